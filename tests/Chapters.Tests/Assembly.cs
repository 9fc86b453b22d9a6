// Chapters use every core and measure memory: one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Course.Training;

/// <summary>When a learning rate scheduler takes its step.</summary>
public enum SchedulerPace
{
    /// <summary>After each batch.</summary>
    EachBatch,

    /// <summary>After each epoch.</summary>
    EachEpoch,
}

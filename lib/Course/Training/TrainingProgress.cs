namespace Course.Training;

/// <summary>Where a training run is.</summary>
/// <param name="Epoch">The epoch that is running, from 1.</param>
/// <param name="Epochs">How many there will be.</param>
/// <param name="Step">The batches of this epoch that are done.</param>
/// <param name="Steps">The batches of an epoch.</param>
/// <param name="Loss">The mean loss of this epoch so far.</param>
/// <param name="History">The finished epochs.</param>
public sealed record TrainingProgress(int Epoch, int Epochs, int Step, int Steps, double Loss, TrainingHistory History)
{
    /// <summary>"epoch 2 of 10, batch 57 of 169, loss 0.512".</summary>
    public override string ToString() =>
        FormattableString.Invariant($"epoch {Epoch} of {Epochs}, batch {Step} of {Steps}, loss {Loss:0.000}");
}

using System.Text.Json.Nodes;
using Course.Training.Recipes;
using Course.Training.Runs;

namespace Course.Tests.Training.Recipes;

/// <summary>A recipe with few steps of a tiny model.</summary>
public abstract class RecipeTest : IDisposable
{
    private protected string Folder { get; } = Directory.CreateTempSubdirectory("recipe").FullName;

    private protected abstract IRecipe Recipe { get; }

    /// <summary>What makes the model tiny and the run short.</summary>
    private protected abstract IReadOnlyDictionary<string, string> Changes { get; }

    private protected JsonObject Tiny() =>
        Changes.Aggregate(Recipe.DefaultSettings(), (settings, change) => Settings.With(settings, change.Key, change.Value));

    /// <summary>Trains at a stretch and again with two interruptions, which must give the same bytes; the second run's folder.</summary>
    private protected (string Folder, RunResult Result) TrainInPieces()
    {
        string whole = Path.Combine(Folder, "whole"), pieces = Path.Combine(Folder, "pieces");
        using (TrainingRun run = TrainingRun.Begin(Recipe, Tiny(), whole))
            Assert.True(run.Train().IsFinished);
        using (TrainingRun begun = TrainingRun.Begin(Recipe, Tiny(), pieces))
            Assert.False(begun.Train(new RunLimits { Time = TimeSpan.Zero }).IsFinished);
        using (var stop = new CancellationTokenSource())
        using (TrainingRun second = TrainingRun.Resume(Recipe, null, pieces))
            Assert.Equal(2, second.Train(progress: at => { if (at.Step == 2) stop.Cancel(); }, stop: stop.Token).Step);
        using TrainingRun last = TrainingRun.Resume(Recipe, null, pieces);
        RunResult result = last.Train();
        Assert.True(result.IsFinished);
        Assert.Equal(Weights(whole), Weights(pieces));
        return (pieces, result);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static byte[] Weights(string folder) => File.ReadAllBytes(Path.Combine(folder, "model.safetensors"));
}

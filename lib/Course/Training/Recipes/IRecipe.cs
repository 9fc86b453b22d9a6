using System.Text.Json.Nodes;
using Course.Training.Runs;

namespace Course.Training.Recipes;

/// <summary>How one model of the course is trained: what `course train NAME` runs.</summary>
public interface IRecipe
{
    /// <summary>The name, for example "clip".</summary>
    string Name { get; }

    /// <summary>What it trains, in one line.</summary>
    string Summary { get; }

    /// <summary>The setting that says how many steps there are, for example "training.steps".</summary>
    string StepsSetting { get; }

    /// <summary>All settings with the values they have unless changed: a new object at each call.</summary>
    JsonObject DefaultSettings();

    /// <summary>The seed in the settings, which decides everything random.</summary>
    long SeedOf(JsonObject settings);

    /// <summary>Makes model, optimizer and data ready. Random weights come from torch's random numbers.</summary>
    ITrainingTask Prepare(JsonObject settings);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Training.Runs;

namespace Course.Training.Recipes;

/// <summary>A recipe whose settings are a record: their names and first values are the record's.</summary>
/// <typeparam name="TSettings">The settings; records may lie in records.</typeparam>
public abstract class Recipe<TSettings> : IRecipe where TSettings : RecipeSettings, new()
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Summary { get; }

    /// <inheritdoc/>
    public abstract string StepsSetting { get; }

    /// <inheritdoc/>
    public JsonObject DefaultSettings() => JsonSerializer.SerializeToNode(new TSettings(), Settings.Format)!.AsObject();

    /// <inheritdoc/>
    public long SeedOf(JsonObject settings) => Typed(settings).Seed;

    /// <inheritdoc/>
    public ITrainingTask Prepare(JsonObject settings) => Prepare(Typed(settings));

    /// <summary>Makes model, optimizer and data ready.</summary>
    protected abstract ITrainingTask Prepare(TSettings settings);

    private static TSettings Typed(JsonObject settings)
    {
        try
        {
            return settings.Deserialize<TSettings>(Settings.Format)!;
        }
        catch (JsonException e)
        {
            throw new RunException($"the setting {e.Path?.TrimStart('$', '.')} has a value that does not fit");
        }
    }
}

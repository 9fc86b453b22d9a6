namespace Course.Training.Recipes;

/// <summary>What every recipe lets one choose.</summary>
public abstract record RecipeSettings
{
    /// <summary>Decides everything random.</summary>
    public long Seed { get; init; } = 1;
}

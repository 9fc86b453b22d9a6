namespace TorchSharp;

/// <summary>A stretch of the one-cycle schedule, up to and including its last step.</summary>
internal readonly record struct OneCyclePhase(
    double LastStep, OneCyclePhase.Rate StartRate, OneCyclePhase.Rate EndRate, bool StartsAtLargestMomentum, bool EndsAtLargestMomentum)
{
    /// <summary>The three rates between which the schedule moves.</summary>
    internal enum Rate
    {
        /// <summary>The one it ends with.</summary>
        Final,

        /// <summary>The one it starts from.</summary>
        Initial,

        /// <summary>The top.</summary>
        Largest,
    }

    /// <summary>Up and down; with three phases down to the initial rate first, in as many steps as up.</summary>
    internal static OneCyclePhase[] Plan(int totalSteps, double startShare, bool threePhases)
    {
        OneCyclePhase up = new(startShare * totalSteps - 1, Rate.Initial, Rate.Largest, true, false);
        return threePhases
            ?
            [
                up,
                new OneCyclePhase(2 * startShare * totalSteps - 2, Rate.Largest, Rate.Initial, false, true),
                new OneCyclePhase(totalSteps - 1, Rate.Initial, Rate.Final, true, true),
            ]
            : [up, new OneCyclePhase(totalSteps - 1, Rate.Largest, Rate.Final, false, true)];
    }

    /// <summary>The phase of a step, and how much of the phase has passed.</summary>
    internal static (OneCyclePhase Phase, double Share) At(OneCyclePhase[] phases, int step)
    {
        double start = 0;
        foreach (OneCyclePhase phase in phases[..^1])
        {
            if (step <= phase.LastStep)
            {
                return (phase, (step - start) / (phase.LastStep - start));
            }
            start = phase.LastStep;
        }
        return (phases[^1], (step - start) / (phases[^1].LastStep - start));
    }
}

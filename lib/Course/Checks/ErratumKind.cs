namespace Course.Checks;

/// <summary>What went wrong.</summary>
public enum ErratumKind
{
    /// <summary>Shapes that do not fit, or fit only by broadcasting.</summary>
    Shapes,

    /// <summary>The batch is taken for the sequence.</summary>
    BatchAndSequence,

    /// <summary>A mask means the opposite, is missing, or points the other way.</summary>
    Masks,

    /// <summary>A norm or another part of a block stands in the wrong place.</summary>
    Normalisation,

    /// <summary>The scale of the scores before a softmax.</summary>
    Temperature,

    /// <summary>The result does not depend on something that it should depend on.</summary>
    Invariances,

    /// <summary>The model is fine, what is said of it is not.</summary>
    Evaluation,

    /// <summary>What a model was, or was made of.</summary>
    History,
}

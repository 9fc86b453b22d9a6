using System.Collections.Frozen;

namespace Site.Mathematics;

/// <summary>LaTeX commands that stand for one sign, and what MathML writes for them.</summary>
internal static class LatexSymbols
{
    /// <summary>Commands that are letters.</summary>
    public static readonly FrozenDictionary<string, string> Letters = new Dictionary<string, string>
    {
        ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["epsilon"] = "ϵ", ["varepsilon"] = "ε", ["zeta"] = "ζ",
        ["eta"] = "η", ["theta"] = "θ", ["kappa"] = "κ", ["lambda"] = "λ", ["mu"] = "μ", ["nu"] = "ν", ["xi"] = "ξ", ["pi"] = "π",
        ["rho"] = "ρ", ["sigma"] = "σ", ["tau"] = "τ", ["phi"] = "ϕ", ["varphi"] = "φ", ["chi"] = "χ", ["psi"] = "ψ", ["omega"] = "ω",
        ["Gamma"] = "Γ", ["Delta"] = "Δ", ["Theta"] = "Θ", ["Lambda"] = "Λ", ["Xi"] = "Ξ", ["Pi"] = "Π", ["Sigma"] = "Σ", ["Phi"] = "Φ",
        ["Psi"] = "Ψ", ["Omega"] = "Ω", ["ell"] = "ℓ", ["infty"] = "∞", ["partial"] = "∂", ["nabla"] = "∇", ["top"] = "⊤",
        ["emptyset"] = "∅",
        ["dots"] = "…", ["ldots"] = "…", ["cdots"] = "⋯", ["vdots"] = "⋮", ["ddots"] = "⋱", ["prime"] = "′", ["hbar"] = "ℏ",
    }.ToFrozenDictionary();

    /// <summary>Commands that are operators, relations or fences.</summary>
    public static readonly FrozenDictionary<string, string> Operators = new Dictionary<string, string>
    {
        ["cdot"] = "⋅", ["times"] = "×", ["pm"] = "±", ["mp"] = "∓", ["div"] = "÷", ["ast"] = "∗", ["star"] = "⋆", ["circ"] = "∘",
        ["odot"] = "⊙", ["oplus"] = "⊕", ["otimes"] = "⊗", ["le"] = "≤", ["leq"] = "≤", ["ge"] = "≥", ["geq"] = "≥", ["ll"] = "≪",
        ["gg"] = "≫", ["neq"] = "≠", ["ne"] = "≠", ["approx"] = "≈", ["equiv"] = "≡", ["sim"] = "∼", ["propto"] = "∝", ["in"] = "∈",
        ["notin"] = "∉", ["subset"] = "⊂", ["subseteq"] = "⊆", ["cup"] = "∪", ["cap"] = "∩", ["setminus"] = "∖", ["to"] = "→",
        ["rightarrow"] = "→", ["leftarrow"] = "←", ["leftrightarrow"] = "↔", ["Rightarrow"] = "⇒", ["Leftarrow"] = "⇐",
        ["Leftrightarrow"] = "⇔", ["mapsto"] = "↦", ["mid"] = "∣", ["parallel"] = "∥", ["perp"] = "⊥", ["forall"] = "∀", ["exists"] = "∃",
        ["neg"] = "¬", ["land"] = "∧", ["lor"] = "∨", ["lVert"] = "‖", ["rVert"] = "‖", ["Vert"] = "‖", ["lvert"] = "|", ["rvert"] = "|",
        ["vert"] = "|", ["langle"] = "⟨", ["rangle"] = "⟩", ["lfloor"] = "⌊", ["rfloor"] = "⌋", ["lceil"] = "⌈", ["rceil"] = "⌉",
        ["{"] = "{", ["}"] = "}", ["|"] = "‖", ["%"] = "%", ["_"] = "_", ["&"] = "&", ["#"] = "#", ["$"] = "$", ["colon"] = ":",
    }.ToFrozenDictionary();

    /// <summary>Large operators, whose limits stand below and above in a display.</summary>
    public static readonly FrozenDictionary<string, string> Large = new Dictionary<string, string>
    {
        ["sum"] = "∑", ["prod"] = "∏", ["int"] = "∫", ["bigcup"] = "⋃", ["bigcap"] = "⋂", ["bigoplus"] = "⨁",
    }.ToFrozenDictionary();

    /// <summary>Functions written upright.</summary>
    public static readonly FrozenSet<string> Functions =
        new[] { "ln", "log", "exp", "sin", "cos", "tan", "tanh", "min", "max", "arg", "det", "dim", "lim", "sup", "inf", "Pr" }
            .ToFrozenSet();

    /// <summary>Of the functions, those whose limits stand below in a display.</summary>
    public static readonly FrozenSet<string> FunctionsWithLimits =
        new[] { "min", "max", "lim", "sup", "inf", "Pr", "det" }.ToFrozenSet();

    /// <summary>Spaces, in em.</summary>
    public static readonly FrozenDictionary<string, string> Spaces = new Dictionary<string, string>
    {
        [","] = "0.167em", [":"] = "0.222em", [">"] = "0.222em", [";"] = "0.278em", ["!"] = "-0.167em", [" "] = "0.333em", ["quad"] = "1em",
        ["qquad"] = "2em",
    }.ToFrozenDictionary();

    /// <summary>Accents over their argument.</summary>
    public static readonly FrozenDictionary<string, string> Accents = new Dictionary<string, string>
    {
        ["bar"] = "¯", ["overline"] = "¯", ["hat"] = "^", ["widehat"] = "^", ["tilde"] = "~", ["widetilde"] = "~", ["vec"] = "→",
        ["dot"] = "˙", ["ddot"] = "¨",
    }.ToFrozenDictionary();

    /// <summary>Commands that set their argument in another alphabet; the value is MathML's name of it.</summary>
    public static readonly FrozenDictionary<string, LatexAlphabet> Alphabets = new Dictionary<string, LatexAlphabet>
    {
        ["mathrm"] = LatexAlphabet.Upright, ["operatorname"] = LatexAlphabet.Upright, ["mathbf"] = LatexAlphabet.Bold,
        ["boldsymbol"] = LatexAlphabet.Bold, ["mathbb"] = LatexAlphabet.DoubleStruck, ["mathcal"] = LatexAlphabet.Script,
        ["mathsf"] = LatexAlphabet.Upright, ["mathit"] = LatexAlphabet.Italic,
    }.ToFrozenDictionary();

    /// <summary>Commands that say how large the fence behind them is; MathML needs no more than the fence.</summary>
    public static readonly FrozenSet<string> FenceSizes =
        new[] { "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "bigm", "middle" }.ToFrozenSet();
}

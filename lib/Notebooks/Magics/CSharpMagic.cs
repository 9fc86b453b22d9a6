namespace Notebooks.Magics;

/// <summary>Goes back to C# after another language's text.</summary>
internal sealed class CSharpMagic : IMagic
{
    public string Name => "#!csharp";

    public string Summary => "The lines that follow are C#.";

    public bool TakesBody => false;

    public void Run(MagicCall call)
    {
    }
}

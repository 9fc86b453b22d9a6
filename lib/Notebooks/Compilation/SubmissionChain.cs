using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Scripting;
using Notebooks.Errors;
using Notebooks.Packages;

namespace Notebooks.Compilation;

/// <summary>
/// The C# code run so far. Each new piece is compiled as a continuation of the last, by Roslyn's scripting API, and
/// started by hand: so compiling is never aborted half-way, libraries load from where the notebook says, and variables of
/// a piece that was interrupted or threw stay usable.
/// </summary>
internal sealed class SubmissionChain
{
    private readonly Lock gate = new();
    private readonly ScriptOptions options;
    private readonly AssemblyDirectives directives;
    private readonly SubmissionLoadContext context = new();
    private readonly List<object> instances = [];
    private readonly HashSet<string> files = [];
    private readonly HashSet<MetadataReference> referenced = [];
    private Script<object>? last;
    private Submission? started;
    private object?[] slots = new object?[16];

    internal SubmissionChain(string workingDirectory, RestoreCache restoreCache)
    {
        options = SubmissionOptions.Create(workingDirectory, files);
        directives = new AssemblyDirectives(workingDirectory, restoreCache);
    }

    /// <summary>The code so far, for completion; null before the first piece.</summary>
    internal Script<object>? Last => last;

    /// <summary>Compiles code as the next piece.</summary>
    /// <param name="code">The code, its line 1 being the cell's line 1.</param>
    /// <param name="file">The name that stack traces give the code.</param>
    /// <param name="status">Receives what is being waited for, each time in place of what came before.</param>
    /// <param name="cancel">Stops the compiler.</param>
    /// <exception cref="CompilationFailure">The code has errors.</exception>
    /// <exception cref="CellFailure">A directive in it cannot be followed.</exception>
    internal Submission Compile(string code, string file, Action<string> status, CancellationToken cancel)
    {
        if (Nesting.IsTooDeep(code))
        {
            string message = $"Brackets are nested more than {Nesting.Deepest} deep, which the compiler cannot follow.";
            throw new CellFailure("CompilationError", message);
        }

        files.Add(file);
        string plain = ConsoleClear.Redirect(directives.Apply(code, status, cancel));
        var current = options.WithFilePath(file).WithReferences(NewReferences());
        var script = last is null ? CSharpScript.Create<object>(plain, current) : last.ContinueWith<object>(plain, current);
        var compilation = script.GetCompilation();
        int slot = instances.Count + 1;
        bool runs = compilation.SyntaxTrees.Any(tree => ((CompilationUnitSyntax)tree.GetRoot(cancel)).Members.Count > 0);
        if (!runs)
        {
            CompilationFailure.ThrowIfAny(compilation.GetDiagnostics(cancel));
            return new Submission(script, null, slot, IsContinued: true);
        }

        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitOptions = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb);
        var emitted = compilation.Emit(assembly, symbols, options: emitOptions, cancellationToken: cancel);
        CompilationFailure.ThrowIfAny(emitted.Diagnostics);
        assembly.Position = symbols.Position = 0;
        var entry = compilation.GetEntryPoint(cancel)!;
        bool isContinued = last is null || Declares(compilation, cancel);
        var loaded = context.Load(assembly, symbols, isContinued);
        const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;
        var method = loaded.GetType(entry.ContainingType.MetadataName, throwOnError: true)!.GetMethod(entry.MetadataName, AnyStatic);
        return new Submission(script, method, slot, isContinued);
    }

    // A piece that later code cannot refer to need not be kept: a session of thousands of cells is mostly such pieces.
    private static bool Declares(Microsoft.CodeAnalysis.Compilation compilation, CancellationToken cancel) =>
        compilation.SyntaxTrees.Any(tree => ((CompilationUnitSyntax)tree.GetRoot(cancel)) is { Usings.Count: > 0 } or { Externs.Count: > 0 })
        || compilation.ScriptClass!.GetMembers().Any(member => member is { IsImplicitlyDeclared: false, CanBeReferencedByName: true });

    // A continuation has the references of what it continues. Given again they would be listed again: n pieces would hold
    // n times n of them, and each piece would compile more slowly than the one before.
    private IEnumerable<MetadataReference> NewReferences() =>
        options.MetadataReferences.Concat(directives.References).Except(referenced);

    private void Continue(Script<object> script)
    {
        last = script;
        referenced.UnionWith(script.Options.MetadataReferences);
    }

    /// <summary>Starts a piece; its task ends with the value of the last expression, or null.</summary>
    internal Task<object?> Start(Submission submission)
    {
        lock (gate)
        {
            started = submission;
            if (slots.Length <= submission.Slot)
            {
                Array.Resize(ref slots, 2 * slots.Length);
            }

            slots[submission.Slot] = null;
        }

        return submission.Entry is null
            ? Task.FromResult<object?>(null)
            : submission.Entry.CreateDelegate<Func<object?[], Task<object?>>>()(slots);
    }

    /// <summary>
    /// Makes the piece last started part of the chain, however it ended, unless it declares nothing or never got to create
    /// its variables.
    /// </summary>
    /// <param name="only">Does nothing when another piece was started since; null settles any.</param>
    internal void Settle(Submission? only = null)
    {
        lock (gate)
        {
            if (only is not null && !ReferenceEquals(only, started))
            {
                return;
            }

            if (started is { Entry: null })
            {
                Continue(started.Script);
            }
            else if (started is { IsContinued: true } && slots[started.Slot] is { } instance)
            {
                Continue(started.Script);
                instances.Add(instance);
            }

            started = null;
        }
    }

    /// <summary>The variables declared at top level, the newest of each name.</summary>
    internal IReadOnlyList<SessionVariable> Variables()
    {
        var found = new Dictionary<string, SessionVariable>();
        lock (gate)
        {
            foreach (object instance in instances)
            {
                foreach (var field in instance.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
                {
                    if (char.IsLetter(field.Name[0]) || field.Name[0] == '_')
                    {
                        found[field.Name] = new SessionVariable(field.Name, field.FieldType, field.GetValue(instance));
                    }
                }
            }
        }

        return [.. found.Values.OrderBy(variable => variable.Name, StringComparer.Ordinal)];
    }

    /// <summary>Drops the variables.</summary>
    internal void Clear()
    {
        lock (gate)
        {
            last = null;
            referenced.Clear();
            started = null;
            instances.Clear();
            Array.Clear(slots);
        }
    }
}

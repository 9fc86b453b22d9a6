using System.Reflection;
using Microsoft.CodeAnalysis.Scripting;

namespace Notebooks.Compilation;

/// <summary>One compiled piece of a cell, ready to run.</summary>
/// <param name="Script">The code with all that came before it, for the compiler.</param>
/// <param name="Entry">Runs it; null when it only imports namespaces.</param>
/// <param name="Slot">Where the code, once started, leaves the object that holds its variables.</param>
/// <param name="IsContinued">Whether later code continues it: it declares something, or is the first.</param>
internal sealed record Submission(Script<object> Script, MethodInfo? Entry, int Slot, bool IsContinued);

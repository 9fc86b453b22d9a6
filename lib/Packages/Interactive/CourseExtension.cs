using System.Reflection;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Interactive;

/// <summary>
/// Makes figures, pictures, sounds, animations and tables of the course look the same in .NET Interactive's own kernel as in the course's.
/// The kernel finds the formatters by itself where it knows the convention; this registers them for good.
/// </summary>
public sealed class CourseExtension : IKernelExtension
{
    private const string Convention = "TypeFormatterSourceAttribute";

    /// <inheritdoc/>
    public Task OnLoadAsync(Kernel kernel)
    {
        Register();
        return Task.CompletedTask;
    }

    /// <summary>Registers the formatters of every type of the course that names some.</summary>
    public static void Register()
    {
        foreach (Type type in typeof(Plots.Figure).Assembly.GetTypes())
            if (type.GetCustomAttributes(inherit: false).FirstOrDefault(attribute => attribute.GetType().Name == Convention) is { } source)
                Register(type, source);
    }

    private static void Register(Type type, object source)
    {
        var sourceType = (Type)Get(source, "FormatterSourceType")!;
        object formatters = Activator.CreateInstance(sourceType, nonPublic: true)!;
        foreach (object formatter in (IEnumerable<object>)sourceType.GetMethod("CreateTypeFormatters")!.Invoke(formatters, null)!)
        {
            var format = formatter.GetType().GetMethod("Format")!.CreateDelegate<Func<object, TextWriter, bool>>(formatter);
            Formatter.Register(type, (value, writer) => { format(value, writer); }, (string)Get(formatter, "MimeType")!);
        }

        Formatter.SetPreferredMimeTypesFor(type, (string[])Get(source, "PreferredMimeTypes")!);
    }

    private static object? Get(object holder, string property) =>
        holder.GetType().GetProperty(property, BindingFlags.Instance | BindingFlags.Public)!.GetValue(holder);
}

using System.CommandLine;
using Cli.Doctor;

namespace Cli.Commands;

/// <summary>course doctor: says whether this machine can run the course.</summary>
internal static class DoctorCommand
{
    public static Command Create(CourseContext context)
    {
        var command = new Command(
            "doctor",
            "Checks that this machine can run the course, and says what to do where something is off.");
        command.SetAction((_, cancel) => RunAsync(context, cancel));
        return command;
    }

    private static async Task<int> RunAsync(CourseContext context, CancellationToken cancel)
    {
        var worst = Health.Good;
        await foreach (var finding in new CourseDoctor(context).ExamineAsync(cancel))
        {
            var mark = finding.Health switch { Health.Good => "ok  ", Health.Warning => "note", _ => "BAD " };
            context.Output.WriteLine($"{mark}  {finding.Subject}: {finding.State}");
            if (finding.Advice is not null)
            {
                context.Output.WriteLine($"      {finding.Advice}");
            }

            worst = finding.Health > worst ? finding.Health : worst;
        }

        context.Output.WriteLine(
            worst == Health.Bad ? "The course cannot run on this machine yet." : "The course can run: try './course run vit'.");
        return worst == Health.Bad ? ExitCode.Failure : ExitCode.Success;
    }
}

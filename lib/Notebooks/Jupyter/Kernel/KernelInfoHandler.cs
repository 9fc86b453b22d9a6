using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;

namespace Notebooks.Jupyter.Kernel;

/// <summary>Tells what this kernel is.</summary>
internal sealed class KernelInfoHandler : IRequestHandler
{
    public string RequestType => "kernel_info_request";

    public Task HandleAsync(Request request)
    {
        request.Reply(new JsonObject
        {
            ["status"] = "ok",
            ["protocol_version"] = MessageCodec.ProtocolVersion,
            ["implementation"] = "course",
            ["implementation_version"] = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3),
            ["banner"] = $"C# 14 on {RuntimeInformation.FrameworkDescription}. #!lsmagic lists the commands.",
            ["debugger"] = false,
            ["help_links"] = new JsonArray(),

            // Front ends write this into the notebook, so it is what the course's notebooks hold.
            ["language_info"] = new JsonObject
            {
                ["file_extension"] = ".cs",
                ["mimetype"] = "text/x-csharp",
                ["name"] = "C#",
                ["pygments_lexer"] = "csharp",
                ["version"] = "14.0",
            },
        });
        return Task.CompletedTask;
    }
}

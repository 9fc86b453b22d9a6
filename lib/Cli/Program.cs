using System.Text;
using Cli;
using Cli.Repository;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var stop = new StopSignal();
return await CourseApp.MainAsync(args, stop.Token);

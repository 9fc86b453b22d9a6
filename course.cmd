@echo off
rem Builds the command line tool (quickly, when nothing has changed), then runs it: course --help
setlocal
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1
where dotnet >nul 2>nul || (echo course: the .NET SDK 10 is needed: install it from https://dot.net/download 1>&2 & exit /b 1)
dotnet build "%~dp0lib\Cli\Cli.csproj" --nologo -v q -clp:NoSummary > "%TEMP%\course-build.log" 2>&1 || (type "%TEMP%\course-build.log" 1>&2 & exit /b 1)
dotnet "%~dp0lib\Cli\bin\course-cli.dll" %*
exit /b %ERRORLEVEL%

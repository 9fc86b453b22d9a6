@echo off
rem Builds the command line tool (quickly, when nothing has changed), then runs it: course --help
rem --stack NAME (or COURSE_STACK) chooses what supplies tensors. The tool is built with that stack too, because it trains models.
setlocal
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1
if "%COURSE_STACK%"=="" set COURSE_STACK=embedded
set fallback=
call :options %*
where dotnet >nul 2>nul || (echo course: the .NET SDK 10 is needed: install it from https://dot.net/download 1>&2 & exit /b 1)
call :build %COURSE_STACK% && goto run
rem The tool of the embedded stack says what is missing and what to do about it, or goes on by itself where that is wanted.
if /i "%COURSE_STACK%"=="embedded" goto failed
findstr /c:"error NU1" "%TEMP%\course-build.log" >nul || goto failed
call :build embedded || goto failed
if not defined fallback goto run
echo course: the packages of the %COURSE_STACK% stack cannot be had; going on with the embedded stack, as --fallback says. 1>&2
set COURSE_STACK=embedded
:run
dotnet "%~dp0lib\Cli\bin\course-cli.dll" %*
exit /b %ERRORLEVEL%

:failed
type "%TEMP%\course-build.log" 1>&2
exit /b 1

:build
dotnet build "%~dp0lib\Cli\Cli.csproj" --nologo -v q -clp:NoSummary -p:Stack=%1 > "%TEMP%\course-build.log" 2>&1
exit /b %ERRORLEVEL%

:options
if "%~1"=="" exit /b 0
if "%~1"=="--stack" set "COURSE_STACK=%~2"
if "%~1"=="--fallback" set fallback=true
shift
goto options

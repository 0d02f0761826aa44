@echo off
rem Opens the desk of Zhangbang by a double click. In a command window it runs what stands behind its name: check, new ...
rem ASCII alone: cmd reads a file like this in the code page of the machine.
setlocal
cd /d "%~dp0" 2>nul || pushd "%~dp0"
set "NODE="
for /d %%d in (node_modules\node-win-*) do if exist "%%d\bin\node.exe" set "NODE=%%d\bin\node.exe"
if not defined NODE for %%n in (node.exe) do if not "%%~$PATH:n"=="" set "NODE=%%~$PATH:n"
if not defined NODE if exist "%ProgramFiles%\nodejs\node.exe" set "NODE=%ProgramFiles%\nodejs\node.exe"
if not defined NODE goto missing
if "%~1"=="" goto desk
"%NODE%" src\cli\setup.mjs %*
exit /b %errorlevel%

:desk
"%NODE%" src\cli\setup.mjs desk
set "CODE=%errorlevel%"
if not "%CODE%"=="0" pause
exit /b %CODE%

:missing
echo Node.js was not found. What to do stands in docs\office\install-windows.md
rem UTF-16, which type shows in any code page.
type src\cli\setup\no-node.txt
if "%~1"=="" pause
exit /b 2

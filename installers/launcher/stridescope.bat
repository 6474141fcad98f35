@echo off
rem Starts Stridescope from the folder it lies in, whatever the working directory.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA_25="
if exist "%HOME_DIR%\runtime\bin\java.exe" set "JAVA_25=%HOME_DIR%\runtime"
if not defined JAVA_25 if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JAVA_25 if exist "%HOME_DIR%\lib\jdk" for /f "usebackq delims=" %%j in ("%HOME_DIR%\lib\jdk") do call :try "%%j"
if not defined JAVA_25 for /d %%j in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*") do call :try "%%~j"
if not defined JAVA_25 (
  echo stridescope: needs Java 25 and finds none: set JAVA_HOME to a JDK 25 ^(https://adoptium.net^) 1>&2
  exit /b 1
)
"%JAVA_25%\bin\java.exe" -XX:+UseG1GC -XX:+ExplicitGCInvokesConcurrent -XX:MaxGCPauseMillis=20 -Xmx1500m --enable-native-access=ALL-UNNAMED --add-modules=jdk.incubator.vector "-Dstridescope.native.dir=%HOME_DIR%\lib\native" -jar "%HOME_DIR%\lib\stridescope.jar" %*
exit /b %ERRORLEVEL%

:try
if not defined JAVA_25 if exist "%~1\release" findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul && set "JAVA_25=%~1"
exit /b 0

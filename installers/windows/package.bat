@echo off
rem Makes target\dist\Stridescope-VERSION.msi on Windows. Needs JDK 25 and WiX 3 or later; run "mvn package" first.
setlocal
cd /d "%~dp0..\.."
if not exist target\stridescope\lib\stridescope.jar call mvn -q -B package -DskipTests || exit /b 1
for /f "usebackq delims=" %%j in ("target\stridescope\lib\jdk") do set "JDK=%%j"
for /f "tokens=2" %%v in ('target\stridescope\bin\stridescope.bat --version') do set "VERSION=%%v"
for /f "usebackq delims=" %%m in ("installers\modules") do set "MODULES=%%m"
for /f "usebackq delims=" %%f in ("installers\jvm-flags") do set "FLAGS=%%f"
if exist target\staged rmdir /s /q target\staged
if exist target\dist rmdir /s /q target\dist
xcopy /e /i /q target\stridescope\lib target\staged >nul
del target\staged\jdk
"%JDK%\bin\jpackage" --type msi --dest target\dist --name Stridescope --app-version %VERSION% --vendor Stridescope ^
  --description "Watch arrays being computed: speed, threads, memory" --icon assets\icons\stridescope.ico ^
  --input target\staged --main-jar stridescope.jar --main-class org.stridescope.app.Main ^
  --add-modules %MODULES% --jlink-options "--strip-debug --no-header-files --no-man-pages" ^
  --java-options "%FLAGS%" --java-options "-Dstridescope.native.dir=$APPDIR\native" ^
  --win-dir-chooser --win-menu --win-menu-group Stridescope --win-per-user-install --win-shortcut-prompt ^
  --win-upgrade-uuid 6f1c1c86-6d0e-4a39-9a8e-0f6f7a5d2b43 --license-file LICENSE
exit /b %ERRORLEVEL%

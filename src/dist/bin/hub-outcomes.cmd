@echo off
rem Starts hub-outcomes with the Java of JAVA_HOME, or else the one on the path.
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
rem Java before version 17 refuses this option.
"%java%" --enable-native-access=ALL-UNNAMED -version >nul 2>&1
if errorlevel 1 (
    echo There is no Java of version 17 or later here; install one, or set JAVA_HOME to it. 1>&2
    exit /b 5
)
rem Only the user can read TEMP. The DuckDB driver unpacks its library there at each start.
set "ours=%TEMP%\hub-outcomes-%RANDOM%%RANDOM%"
mkdir "%ours%" || exit /b 5
"%java%" -Xmx1g -XX:+UseSerialGC -Djava.awt.headless=true -Djdk.console=java.base --enable-native-access=ALL-UNNAMED ^
    "-Djava.io.tmpdir=%ours%" "-Dhub-outcomes.home=%home%" %HUB_OUTCOMES_JAVA_OPTS% ^
    -cp "%home%\lib\*" org.huboutcomes.HubOutcomes %*
set "code=%ERRORLEVEL%"
rmdir /s /q "%ours%" >nul 2>&1
exit /b %code%

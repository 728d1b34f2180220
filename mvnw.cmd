@echo off
rem Runs the Maven that .mvn\wrapper names, fetched with the JDK alone.
setlocal
set "WRAPPER=%~dp0.mvn\wrapper"
for /f "usebackq tokens=1,* delims==" %%a in ("%WRAPPER%\maven-wrapper.properties") do set "%%a=%%b"
if defined MVNW_DISTRIBUTION_URL set "distributionUrl=%MVNW_DISTRIBUTION_URL%"
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "MAVEN=%MAVEN_USER_HOME%\wrapper\dists\hub-outcomes\%distributionSha512Sum:~0,16%"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo There is no JDK here; install one of version 17 or later, or set JAVA_HOME to it. 1>&2
  exit /b 1
)

if exist "%MAVEN%\bin\mvn.cmd" goto run
echo Fetching Maven from %distributionUrl% 1>&2
"%JAVA%" "%WRAPPER%\FetchMaven.java" "%distributionUrl%" "%distributionSha512Sum%" "%MAVEN%"
if errorlevel 1 exit /b 1

:run
"%MAVEN%\bin\mvn.cmd" %*

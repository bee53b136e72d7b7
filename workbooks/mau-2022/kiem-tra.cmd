@echo off
chcp 65001 >nul
title danvan
set PYTHONUTF8=1
pushd "%~dp0"
where danvan >nul 2>nul
if not errorlevel 1 goto command
where py >nul 2>nul
if errorlevel 1 goto absent
py -c "import danvan_xlsx" >nul 2>nul
if errorlevel 1 goto absent
py -m danvan_xlsx check .
goto end
:command
danvan check .
goto end
:absent
echo Chưa tìm thấy chương trình danvan trên máy này.
echo Đề nghị liên hệ người phụ trách cài đặt (xem phần Dùng nhanh trong README).
:end
popd
echo.
pause

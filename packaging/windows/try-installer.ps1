# Installs for this person, uses what was installed, takes it away again: try-installer.ps1 INSTALLER. Runs on Windows alone.
param([Parameter(Mandatory)] [string] $Installer)
$ErrorActionPreference = 'Stop'

function Assert([bool] $True, [string] $Otherwise) {
    if (-not $True) { throw $Otherwise }
}

$place = Join-Path $env:LOCALAPPDATA 'Programs/Bond Diary'
$program = Join-Path $place 'bonddiary.exe'
$diary = Join-Path ([IO.Path]::GetTempPath()) 'bonddiary-tried'

Start-Process $Installer -ArgumentList '/S' -Wait
Assert (Test-Path $program) 'nothing was installed'
Assert (Test-Path (Join-Path ([Environment]::GetFolderPath('Programs')) 'Bond Diary.lnk')) 'no entry in the Start menu'

& $program --version
Assert ($LASTEXITCODE -eq 0) '--version'
& $program --data-dir $diary demo
Assert ($LASTEXITCODE -eq 0) 'demo'
& $program --data-dir $diary log 'rooting 10 min ago, fed, settled in 5'
Assert ($LASTEXITCODE -eq 0) 'log'
& $program --data-dir $diary report --output (Join-Path $diary 'page.pdf')
Assert ($LASTEXITCODE -eq 0) 'report'

$window = Start-Process (Join-Path $place 'Bond Diary.exe') -ArgumentList '--data-dir', $diary -PassThru
Start-Sleep -Seconds 15
Assert (-not $window.HasExited) 'the window did not stay open'
$window.CloseMainWindow() | Out-Null
Assert ($window.WaitForExit(30000)) 'the window did not close'

Start-Process (Join-Path $place 'Uninstall.exe') -ArgumentList '/S' -Wait
Start-Sleep -Seconds 15  # it goes on as a copy of itself
Assert (-not (Test-Path $program)) 'the program is still there'
Assert (Test-Path (Join-Path $diary 'diary.db')) 'the diary is gone'

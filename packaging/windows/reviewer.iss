; The installer for Windows, by Inno Setup 6: iscc packaging\windows\reviewer.iss
; The version is read from what was built, so it stands in pyproject.toml alone.
#define Root "..\.."
#define App Root + "\dist\reviewer"
#define Version GetVersionNumbersString(App + "\reviewer.exe")

[Setup]
AppId={{6B1C2C0A-4D6B-4E0B-9A57-2F6D1E1B7C11}
AppName=Reviewer
AppVersion={#Version}
DefaultDirName={autopf}\Reviewer
DefaultGroupName=Reviewer
DisableProgramGroupPage=yes
; Without an administrator it is installed for the person alone.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\build\package\reviewer.ico
UninstallDisplayIcon={app}\reviewer.exe
OutputDir={#Root}\dist
OutputBaseFilename=reviewer-{#Version}-windows-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Files]
Source: "{#App}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "{#Root}\dist\THIRD_PARTY_LICENSES"; DestDir: "{app}"; Flags: ignoreversion

[InstallDelete]
; An update leaves no part of an older version behind.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Reviewer"; Filename: "{app}\reviewer.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.review"; ValueType: string; ValueData: "Reviewer.Project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.review"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-reviewer-project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Reviewer.Project"; ValueType: string; ValueData: "Reviewer project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Reviewer.Project\DefaultIcon"; ValueType: string; ValueData: "{app}\reviewer.exe,0"
Root: HKA; Subkey: "Software\Classes\Reviewer.Project\shell\open\command"; ValueType: string; ValueData: """{app}\reviewer.exe"" ""%1"""

[Run]
Filename: "{app}\reviewer.exe"; Description: "Open Reviewer"; Flags: nowait postinstall skipifsilent

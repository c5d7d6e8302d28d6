#!/bin/bash
# Makes two releases of the sample care app as its vendor would, and a signed dossier of the second, in the folder that is named
# (it must not exist). docs/nl/nagaan.md and docs/fr/verifier.md show these files. First: dotnet msbuild tests/samples/analyse.proj,
# which packs the analyzers, and dotnet build src/KkAnalyzers.Tool.
#
#     tests/samples/walk/make.sh /somewhere/walk
#     dotnet run tests/samples/walk/Shots.cs -- /somewhere/walk docs
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
mkdir "$1"
walk=$(cd "$1" && pwd)
kk() { dotnet "$root/src/KkAnalyzers.Tool/bin/Debug/net8.0/kk.dll" --language "${KK_LANGUAGE:-nl}" "$@"; }

# The vendor's repository. Names and days are fixed, so that the commits are the same each time.
app=$walk/zorgapp
cp -r "$here/../ZorgApp" "$app"
rm -rf "$app"/*/bin "$app"/*/obj
sed -i "s|../../../artifacts/packages|$root/artifacts/packages|" "$app/NuGet.config"
printf 'bin/\nobj/\nNuGet.config\n' > "$app/.gitignore"
cp "$here/../Directory.Build.rsp" "$app/"
export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=Zorghuis GIT_AUTHOR_EMAIL=zorg@zorgapp.example GIT_COMMITTER_NAME=Zorghuis GIT_COMMITTER_EMAIL=zorg@zorgapp.example
commit() {
    git -C "$app" add -A
    GIT_AUTHOR_DATE=$2 GIT_COMMITTER_DATE=$2 git -C "$app" commit -q -m "$1"
}
build() {
    dotnet build "$app/ZorgApp.slnx" -t:Rebuild -nodeReuse:false -nologo -v:q -p:RestorePackagesPath="$root/artifacts/sample-packages" -p:KkToday="$1" "-p:NoWarn=KK%3B" > "$walk/build.log"
}
git -C "$app" init -q -b main

# 2.2.0 wrote the medication of the patient readable, asked for a sign-in at the appointments, and had no exception for the columns.
sed -i 's|await SecureStorage.SetAsync("medication", patient.Medicatie);|Preferences.Set("medication", patient.Medicatie); await Task.CompletedTask;|' "$app/ZorgApp.Mobile/MoodDiary.cs"
sed -i 's|WithTags("Appointments");|WithTags("Appointments").RequireAuthorization();|' "$app/ZorgApp.Web/Endpoints/AppointmentEndpoints.cs"
sed -i 's|2\.3\.0|2.2.0|' "$app/Directory.Build.props" "$app/kwaliteitskader.json"
sed -i '/^  "exceptions": \[/,/^  \],/d' "$app/kwaliteitskader.json"
commit 'ZorgApp 2.2.0' 2026-06-01T12:00:00Z
build 2026-06-01
kk merge "$app/ZorgApp.*/obj/**/kk.fragment.json" -o "$walk/2.2.0" --solution "$app/ZorgApp.slnx" --as-of 2026-06-01 > "$walk/merge-2.2.0.txt"

# 2.3.0 is the sample as it stands here.
for file in ZorgApp.Mobile/MoodDiary.cs ZorgApp.Web/Endpoints/AppointmentEndpoints.cs Directory.Build.props kwaliteitskader.json; do
    cp "$here/../ZorgApp/$file" "$app/$file"
done
commit 'ZorgApp 2.3.0' 2026-11-02T12:00:00Z
build 2026-11-02
kk merge "$app/ZorgApp.*/obj/**/kk.fragment.json" -o "$walk/kwaliteitskader" --solution "$app/ZorgApp.slnx" --previous "$walk/2.2.0/report.json" --as-of 2026-11-02 > "$walk/merge-2.3.0.txt"
kk key create -o "$walk/zorgapp.pem" > "$walk/key.txt"
kk sign "$walk/kwaliteitskader" --key "$walk/zorgapp.pem" --assemblies "$app/ZorgApp.*/bin/Debug/net10.0/ZorgApp.*.dll"
kk pack "$walk/kwaliteitskader" -o "$walk/ZorgApp-2.3.0-dossier.zip" --declaration "$app/kwaliteitskader.json"
kk verify "$walk/ZorgApp-2.3.0-dossier.zip" --key "$walk/zorgapp.pub.pem"

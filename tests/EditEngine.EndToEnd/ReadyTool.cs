using System.Runtime.InteropServices;

namespace EditEngine.EndToEnd;

/// <summary>The tool compiled ready to run, made once for all tests (<c>tests/EditEngine.ReadyTool</c>); where that cannot be, for want of its compiler above all, the tool as it was built.</summary>
internal static class ReadyTool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly Lazy<string> Made = new(Make);

    /// <summary>Path of the tool, for <c>dotnet exec</c>.</summary>
    public static string Path => Made.Value;

    private static string Make()
    {
        string built = System.IO.Path.Combine(AppContext.BaseDirectory, "edits.dll");
        string platform = RuntimeInformation.RuntimeIdentifier;
        string folder = Directory.CreateDirectory(System.IO.Path.Combine(AppContext.BaseDirectory, "ready")).FullName; // Kept: what has not changed is not compiled again.
        foreach (string file in (string[])["global.json", "tests/EditEngine.ReadyTool/EditEngine.ReadyTool.csproj"])
        {
            File.Copy(Repository.Path(file), System.IO.Path.Combine(folder, System.IO.Path.GetFileName(file)), overwrite: true);
        }

        string[] about = ["-r", platform, $"-p:Libraries={AppContext.BaseDirectory.TrimEnd('/')}", "--disable-build-servers", "-nologo"];
        bool isMade = Tool.Start(folder, Patience, "dotnet", ["restore", .. about]).Code == 0 && Tool.Start(folder, Patience, "dotnet", ["publish", "--no-restore", "-o", "out", .. about]).Code == 0;
        return isMade ? System.IO.Path.Combine(folder, "out", "edits.dll") : built;
    }
}

namespace EditEngine.Tests.Differential;

/// <summary>A pack as it comes back from its file.</summary>
internal static class Reloaded
{
    public static RulePack Of(RulePack pack)
    {
        string path = Path.Combine(Path.GetTempPath(), "edits-test-" + Path.GetRandomFileName());
        try
        {
            pack.Save(path);
            PackLoading loading = RulePack.Load(path);
            return loading.Pack ?? throw new InvalidOperationException(string.Join('\n', loading.Diagnostics));
        }
        finally
        {
            File.Delete(path);
        }
    }
}

namespace EditEngine.Compiler.Packs;

/// <summary>What a rule file may name of what lies beside it: files of rows, and packs of its root. Nothing outside of the bound of its pack.</summary>
internal static class NamesBeside
{
    private static readonly string[] Rows = [".csv", ".table", ".xlsx"];

    private static readonly EnumerationOptions Readable = new() { IgnoreInaccessible = true };

    /// <summary>Names of the files of rows in a folder and of the folders in it, these with a slash at their end; in ordinal order, folders last. Empty where nothing may be read there.</summary>
    /// <param name="pack">Full path of the pack's folder.</param>
    /// <param name="folder">Full path of the folder.</param>
    public static IEnumerable<string> In(string pack, string folder)
    {
        if (PackBoundary.Of(pack).Resolve(folder) is not string real || !Directory.Exists(real))
        {
            return [];
        }

        IEnumerable<string> files = new DirectoryInfo(real).EnumerateFiles("*", Readable).Select(file => file.Name).Where(name => Rows.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase));
        return [.. files.Order(StringComparer.Ordinal), .. PackSearch.FoldersIn(real, Readable).Select(below => below.Name + "/")];
    }

    /// <summary>Names of the packs of the root that a pack lies in, in ordinal order.</summary>
    /// <param name="pack">Full path of the pack's folder.</param>
    public static IEnumerable<string> Packs(string pack)
    {
        RuleFileReader files = new(pack, PackBoundary.Of(pack));
        return PackSearch.Below(PackReader.RootAbove(pack) ?? pack, files).Select(found => found.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }
}

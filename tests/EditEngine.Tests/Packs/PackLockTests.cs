using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Packs;

public sealed class PackLockTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("lock").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_changed_base_edit_asks_for_review()
    {
        WriteBase("v.units > 3");
        Write("payer/payer.edit", "pack payer version \"1\" extends base\ndisable X because \"not ours\"\n");
        string payer = Path.Combine(_root, "payer");
        Assert.Equal(["EDIT0718"], Ids(payer));

        File.WriteAllText(Path.Combine(payer, PackLock.FileName), PackLock.Write(PackReader.Read(payer)));
        Assert.Empty(Ids(payer));

        WriteBase("v.units > 4");
        Assert.Equal(["EDIT0719"], Ids(payer));
    }

    private static string[] Ids(string pack) =>
        [.. EditCompiler.Compile(PackReader.Read(pack), CompileOptions.Default).Diagnostics.Where(one => one.Severity != Severity.Note).Select(one => one.Id)];

    private void WriteBase(string condition)
    {
        Write("edits.json", "{}");
        Write("base/base.edit", $"pack base version \"1\"\nedit X \"x\"\n  for each  line v\n  when      {condition}\n  then      warn v\nend\n");
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // A file has a folder.
        File.WriteAllText(path, text);
    }
}

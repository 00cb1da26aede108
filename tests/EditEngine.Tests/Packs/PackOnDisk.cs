using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;

namespace EditEngine.Tests.Packs;

/// <summary>Files in a folder of their own, gone after the test.</summary>
internal sealed class PackOnDisk : IDisposable
{
    public PackOnDisk(params (string Name, string Text)[] files)
    {
        Path = Directory.CreateTempSubdirectory("pack-").FullName;
        foreach ((string name, string text) in files)
        {
            Write(name, System.Text.Encoding.UTF8.GetBytes(text));
        }
    }

    public string Path { get; }

    public void Write(string name, byte[] bytes)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    public PackSources Read(string below = "") => PackReader.Read(System.IO.Path.Combine(Path, below));

    public CompileResult Compile(string below = "") => EditCompiler.Compile(Read(below), CompileOptions.Default);

    /// <summary>Ids and places, one a line.</summary>
    public static string Shown(IEnumerable<Diagnostic> diagnostics) => string.Join("\n", diagnostics.Select(d => $"{d.Id} {d.Place}"));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

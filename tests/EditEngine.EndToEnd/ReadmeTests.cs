using System.Text.RegularExpressions;
using Xunit;

namespace EditEngine.EndToEnd;

/// <summary>Does what the README says, in a copy of the files, from top to bottom.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readme-");
    private string _seen = "";

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_command_of_the_README_ends_as_it_says_and_prints_what_it_shows()
    {
        Repository.Copy(Repository.Path("payer-rules"), Path.Combine(_folder.FullName, "payer-rules"));
        Repository.Copy(Repository.Path("samples"), Path.Combine(_folder.FullName, "samples"));
        string text = File.ReadAllText(Repository.Path("README.md"));
        string file = FileName().Match(text).Groups[1].Value;
        foreach (Match block in Block().Matches(text))
        {
            string body = block.Groups[2].Value;
            switch (block.Groups[1].Value)
            {
                case "sh":
                    _seen = "";
                    Array.ForEach(body.Split('\n', StringSplitOptions.RemoveEmptyEntries), RunCommand);
                    break;
                case "edit":
                    File.WriteAllText(Path.Combine(_folder.FullName, file), body);
                    break;
                case "text":
                    string[] printed = _seen.Split('\n');
                    Assert.All(body.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(line, printed));
                    break;
            }
        }
    }

    private void RunCommand(string command)
    {
        // The tests are what runs here, and the short name is given by the shell below.
        if (command == "dotnet test" || command.StartsWith("alias edits=", StringComparison.Ordinal))
        {
            return;
        }

        Match end = EndsWith().Match(command);
        int expected = end.Success ? int.Parse(end.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;
        ToolRun run = Tool.Shell(_folder.FullName, command.Replace("dotnet run --project src/EditEngine.Cli -- ", "edits ", StringComparison.Ordinal));
        Assert.True(expected == run.Code, $"{command}\nended with {run.Code}\n{run.Output}\n{run.Error}");
        _seen += run.Output + run.Error;
    }

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"`(payer-rules/[\w/-]+\.edit)`")]
    private static partial Regex FileName();

    [GeneratedRegex(@"# ends with (\d+)$")]
    private static partial Regex EndsWith();
}

using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EditEngine.Tests.Docs;
using Xunit;

namespace EditEngine.Tests.House;

/// <summary>The packages of others: pinned, listed, and under licences that may be passed on.</summary>
public sealed class PackageTests
{
    private static readonly string[] Allowed = ["Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT"];

    // What only tests use is passed on to nobody: of it a licence that binds changes of its own files is fine too.
    private static readonly string[] AllowedInTests = [.. Allowed, "MPL-2.0"];

    [Fact]
    public void Every_package_is_listed_with_its_licence()
    {
        StringBuilder page = new("# Packages\n\nMade from the lock files and from what each package declares: `EDITS_BASELINE=write dotnet test` writes it anew.\n\n");
        page.Append("| package | version | licence | used by |\n|---|---|---|---|\n");
        foreach (LockedPackage package in LockedPackages.All)
        {
            page.Append($"| {package.Name} | {package.Version} | {LockedPackages.LicenceOf(package)} | {(package.IsShipped ? "the tool and the libraries" : "tests and bench")} |\n");
        }

        string file = Repository.PathOf("docs/packages.md");
        if (Repository.WritesBaselines)
        {
            File.WriteAllText(file, page.ToString());
        }

        Assert.Equal(page.ToString(), File.ReadAllText(file));
    }

    [Fact]
    public void A_licence_is_one_that_may_be_passed_on() =>
        Assert.All(LockedPackages.All, package => Assert.Contains(LockedPackages.LicenceOf(package), package.IsShipped ? Allowed : AllowedInTests));

    [Fact]
    public void A_package_has_one_version_in_all_projects() =>
        Assert.Empty(LockedPackages.All.GroupBy(package => package.Name).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void A_version_is_one_version_and_no_range()
    {
        XDocument versions = XDocument.Load(Repository.PathOf("Directory.Packages.props"));
        Assert.All(
            versions.Descendants("PackageVersion").Select(version => version.Attribute("Version")!.Value),
            version => Assert.Matches(@"^\d+(\.\d+)+$", version));
    }

    [Fact]
    public void Restores_are_locked_unless_asked_otherwise()
    {
        string props = File.ReadAllText(Repository.PathOf("Directory.Build.props"));
        Assert.Contains("<RestoreLockedMode Condition=\"'$(RestoreLockedMode)' == ''\">true</RestoreLockedMode>", props, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_sdk_adds_by_itself_has_the_version_that_is_locked()
    {
        string pinned = Regex.Match(File.ReadAllText(Repository.PathOf("Directory.Build.targets")), "<SdkPackageVersion>(.*?)</SdkPackageVersion>").Groups[1].Value;
        LockedPackage added = Assert.Single(LockedPackages.All, package => package.Name == "Microsoft.NET.ILLink.Tasks");
        Assert.Equal(pinned, added.Version);
    }

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("linux-arm64")]
    [InlineData("win-x64")]
    [InlineData("osx-arm64")]
    public void Publishing_for_a_platform_changes_no_lock_file(string runtime) =>
        Assert.All(
            SourceFiles.Projects.Where(project => project is not ("EditEngine.Runtime" or "EditEngine.Formats")), // They are the same on every platform.
            project => Assert.Contains($"\"net10.0/{runtime}\"", File.ReadAllText(Repository.PathOf("src", project, "packages.lock.json")), StringComparison.Ordinal));
}

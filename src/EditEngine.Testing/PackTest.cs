using EditEngine.Analysis.Testing;
using Xunit.Sdk;

namespace EditEngine.Testing;

/// <summary>One <c>test</c> of a pack.</summary>
public sealed class PackTest : IXunitSerializable
{
    private string _pack = "";
    private int _number;

    /// <summary>For the test framework, which fills it by <see cref="Deserialize"/>.</summary>
    public PackTest()
    {
    }

    internal PackTest(string pack, SuiteTest test)
    {
        _pack = pack;
        _number = test.Number;
        Edit = test.Edit;
        Title = test.Title;
    }

    /// <summary>The edit beside which it stands.</summary>
    public string Edit { get; private set; } = "";

    /// <summary>Its title; of a <c>test each</c>, with its value.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Runs it.</summary>
    /// <exception cref="PackTestFailedException">It fails: the message says what was expected and found, and why its edit did, or did not, fire.</exception>
    public void Run()
    {
        PackSuite suite = OpenedSuites.Of(_pack);
        SuiteTest? test = suite.Tests.FirstOrDefault(one => one.Number == _number && one.Edit == Edit && one.Title == Title);
        if (test is null)
        {
            throw new PackTestFailedException($"The pack '{_pack}' no longer has the test \"{Title}\" of {Edit}: build the list of tests anew.");
        }

        if (suite.WhyNot(test) is string why)
        {
            throw new PackTestFailedException($"\"{Title}\" of {Edit}, {test.File}:{test.Line}\n{why}");
        }
    }

    /// <inheritdoc/>
    public void Serialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        info.AddValue(nameof(_pack), _pack, typeof(string));
        info.AddValue(nameof(_number), _number, typeof(int));
        info.AddValue(nameof(Edit), Edit, typeof(string));
        info.AddValue(nameof(Title), Title, typeof(string));
    }

    /// <inheritdoc/>
    public void Deserialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        _pack = (string?)info.GetValue(nameof(_pack)) ?? "";
        _number = (int?)info.GetValue(nameof(_number)) ?? 0;
        Edit = (string?)info.GetValue(nameof(Edit)) ?? "";
        Title = (string?)info.GetValue(nameof(Title)) ?? "";
    }

    /// <summary>Its edit and title.</summary>
    public override string ToString() => $"{Edit}: {Title}";
}

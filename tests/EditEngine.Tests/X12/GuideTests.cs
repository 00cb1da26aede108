using EditEngine.Formats.X12;
using EditEngine.Formats.X12.Guides;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>The tables of the guides against themselves.</summary>
public sealed class GuideTests
{
    public static TheoryData<string> Forms => ["837P", "837I", "837D"];

    private static GuideLoop[] Loops(string form) => form switch { "837P" => Guide.Professional, "837I" => Guide.Institutional, _ => Guide.Dental };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Loops_stand_in_loops_that_there_are_once_each_and_open_with_a_segment_that_must_be_there(string form)
    {
        GuideLoop[] loops = Loops(form);
        Assert.Equal(loops.Length, loops.Select(loop => loop.Id).Distinct().Count());
        Assert.All(loops.Skip(1), loop =>
        {
            Assert.NotEmpty(loop.Within);
            Assert.All(loop.Within, around => Assert.Contains(loops, other => other.Id == around));
            Assert.Equal((Usage.Required, 1), (loop.Segments[0].Usage, loop.Segments[0].Most));
        });
        Assert.Equal(form == "837P" ? 46 : 41, loops.Length, tolerance: 8);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Segments_of_a_loop_are_in_order_and_those_of_one_id_are_told_apart_by_their_codes(string form)
    {
        Assert.All(Loops(form), loop =>
        {
            Assert.Equal(loop.Segments.Select(segment => segment.Position).Order(), loop.Segments.Select(segment => segment.Position));
            foreach (IGrouping<uint, SegmentForm> alike in loop.Segments.GroupBy(segment => segment.Tag).Where(group => group.Count() > 1))
            {
                Assert.All(alike, segment => Assert.NotEmpty(segment.Key.Codes));
                string[] qualifiers = [.. alike.SelectMany(segment => segment.Key.Codes.SelectMany(first =>
                    Second(segment).Select(second => $"{ElementForm.Unpacked(first)} {second}")))];
                Assert.Equal(qualifiers.Length, qualifiers.Distinct().Count());
            }
        });
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Codes_have_the_length_of_their_element_and_stand_once(string form) =>
        Assert.All(Loops(form).SelectMany(loop => loop.Segments).SelectMany(segment => segment.Elements).SelectMany(element => element.Parts.Prepend(element)), element =>
        {
            Assert.InRange(element.Least, 1, element.Most);
            Assert.Equal(element.Codes.Length, element.Codes.Distinct().Count());
            Assert.All(element.Codes, code => Assert.InRange(ElementForm.Unpacked(code).Length, element.Least, element.Most));
            Assert.False(element.Usage == Usage.NotUsed && element.Codes.Length > 0);
        });

    [Fact]
    public void Notes_speak_of_elements_that_there_are_and_every_vital_element_is_required_where_it_is_used()
    {
        Assert.All(SegmentDirectory.All, form => Assert.All(form.Notes, note => Assert.All(note.Elements, position => Assert.InRange(position, 1, form.Elements.Length))));
        Assert.All(Forms.SelectMany(form => Loops(form.Data)).SelectMany(loop => loop.Segments).SelectMany(segment => segment.Elements),
            element => Assert.False(element.IsVital && element.Usage == Usage.Situational));
    }

    [Theory]
    [InlineData("837P", "2300", "HI ABK", 3)]
    [InlineData("837P", "2400", "REF 9B", 9)]
    [InlineData("837I", "2300", "HI ABK", 13)]
    [InlineData("837D", "2400", "DTP 472", 6)]
    public void A_loop_has_as_many_kinds_of_a_segment_as_its_guide(string form, string loop, string first, int kinds)
    {
        SegmentForm[] alike = [.. Loops(form).Single(one => one.Id == loop).Segments.Where(segment => SegmentId.Text(segment.Tag) == first.Split(' ')[0])];
        Assert.Equal(kinds, alike.Length);
        Assert.Contains(first.Split(' ')[1], alike[0].Key.Codes.Select(ElementForm.Unpacked));
    }

    [Theory]
    [InlineData("R R")]
    [InlineData("X")]
    [InlineData("R(R")]
    [InlineData("R:")]
    [InlineData("R:TOOLONGACODE")]
    [InlineData("3*")]
    public void What_is_no_notation_is_refused(string text) =>
        Assert.Throws<FormatException>(() => ElementNotation.Usages(text, [new ElementForm(Usage.Situational, ElementKind.Text, 1, 10, IsVital: false)]));

    private static IEnumerable<string> Second(SegmentForm segment) =>
        segment.Elements is [{ Kind: not ElementKind.Composite }, { Codes.Length: > 0 } second, ..] ? second.Codes.Select(ElementForm.Unpacked) : ["any"];
}

using System.Globalization;
using System.Text;
using EditEngine.Evaluation;

namespace EditEngine.Tests.Differential;

/// <summary>What finding alone says of a claim, as a text to compare: each finding in its order, and how many targets were left open.</summary>
internal static class FoundText
{
    public static string Of(FindingBuffer found)
    {
        StringBuilder text = new();
        for (int i = 0; i < found.Count; i++)
        {
            FindingSummary one = found[i];
            text.Append(CultureInfo.InvariantCulture, $"{one.Edit.Header.Id} {one.Action} {one.State} {one.Level} {one.Line}; ");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{found.NotEvaluatedCount} not evaluated").ToString();
    }
}

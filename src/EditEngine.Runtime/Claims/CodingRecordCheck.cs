namespace EditEngine.Claims;

/// <summary>Whether the suggestions of a coding record are all there.</summary>
internal static class CodingRecordCheck
{
    /// <summary>The index of the first suggestion that is nothing, or holds evidence that is; -1 where all are there.</summary>
    public static int FirstHole(CodingRecord? record)
    {
        for (int i = 0; record is { Suggestions.IsDefault: false } && i < record.Suggestions.Length; i++)
        {
            if (record.Suggestions[i] is not Suggestion suggestion || HasHole(suggestion))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool HasHole(Suggestion suggestion)
    {
        for (int i = 0; !suggestion.Evidence.IsDefault && i < suggestion.Evidence.Length; i++)
        {
            if (suggestion.Evidence[i] is null)
            {
                return true;
            }
        }

        return false;
    }
}

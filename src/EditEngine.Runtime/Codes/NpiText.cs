namespace EditEngine.Codes;

/// <summary>National Provider Identifiers as text.</summary>
internal static class NpiText
{
    // SOURCE: CMS, Requirements for National Provider Identifier and NPI Check Digit: the constant stands for the prefix 80840.
    private const int Prefix = 24;

    /// <summary>True for ten digits of which the last is the check digit of the nine before, by the Luhn formula with prefix 80840.</summary>
    public static bool IsValid(ReadOnlySpan<char> npi)
    {
        if (npi.Length != 10 || npi.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        int sum = Prefix;
        for (int i = 0; i < npi.Length; i++)
        {
            int digit = npi[i] - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }
}

namespace EditEngine.Claims;

/// <summary>Pointers of lines to the diagnoses of their claim, which count from 1.</summary>
internal static class DiagnosisPointers
{
    /// <summary>The first pointer of a line that leads to no diagnosis; null where there is none, or where either list was not given.</summary>
    public static int? FirstStray(ServiceLine line, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(claim);
        if (line.DiagnosisPointers.IsDefault || claim.Diagnoses.IsDefault)
        {
            return null;
        }

        foreach (int pointer in line.DiagnosisPointers)
        {
            if (pointer < 1 || pointer > claim.Diagnoses.Length)
            {
                return pointer;
            }
        }

        return null;
    }
}

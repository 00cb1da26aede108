namespace EditEngine.Claims;

/// <summary>Which of the three claim forms a claim is: 837P, 837I or 837D.</summary>
public enum ClaimType
{
    /// <summary>Not known (a history line may lack it).</summary>
    Unknown = 0,

    /// <summary>Professional (CMS-1500, 837P).</summary>
    Professional = 1,

    /// <summary>Institutional (UB-04, 837I).</summary>
    Institutional = 2,

    /// <summary>Dental (ADA, 837D).</summary>
    Dental = 3,
}

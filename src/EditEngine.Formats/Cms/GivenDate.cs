using System.Globalization;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Cms;

/// <summary>The effective date that was given with an import, and what became of it: what nothing asks for is refused, never ignored.</summary>
/// <param name="date">The date; null where none was given.</param>
internal sealed class GivenDate(DateOnly? date)
{
    private bool _isTaken;
    private string? _otherFile;
    private int _otherDay;
    private bool _isRepeated;

    /// <summary>True where it is the date of a file that says none.</summary>
    public bool DatesFile { get; private set; }

    /// <summary>The given date for a release that its file does not say, or only by its year; null where the file says it, or none was given.</summary>
    public int? Of(string file, Release? said, Layout layout)
    {
        if (date is not DateOnly given || said is null)
        {
            DatesFile = true;
            return Take(isAsked: !layout.RowsAreDated);
        }

        bool isUpdate = said.IsOfYear && given.DayNumber > said.From && given.DayNumber <= (layout.LastDay?.Invoke(said) ?? int.MinValue);
        return isUpdate ? Take(isAsked: true) : Said(file, said.From);
    }

    /// <summary>The given date, where a file does not say its own.</summary>
    public int? Of(string file, int? said) => said is int day ? Said(file, day) : Take(isAsked: true);

    /// <summary>The given date, for a thing that is dated by it.</summary>
    public int? Take(bool isAsked)
    {
        _isTaken |= isAsked;
        return date?.DayNumber;
    }

    /// <summary>Why the import is refused; null where no date was given, where it was used, and where files say the same.</summary>
    public Diagnostic? WhyRefused()
    {
        if (date is not DateOnly given || _isTaken)
        {
            return null;
        }

        return _otherFile is not null ? CmsDiagnostics.OtherEffectiveDate(_otherFile, Shown(_otherDay), Shown(given.DayNumber))
            : _isRepeated ? null : CmsDiagnostics.OptionNotTaken("--effective", "each row of these files says its own days");
    }

    private int? Said(string file, int day)
    {
        if (date is DateOnly given && day != given.DayNumber)
        {
            (_otherFile, _otherDay) = (_otherFile ?? file, _otherFile is null ? day : _otherDay);
        }

        _isRepeated |= date?.DayNumber == day;
        return null;
    }

    private static string Shown(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using EditEngine.Codes;
using EditEngine.Files;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms;

/// <summary>What the cells of a column look like, to infer its type.</summary>
/// <remarks>
/// In this order: a name that says a code system, where the cells have its shape; days; yes and no; procedure or diagnosis codes, where the column
/// is a key or called code and nine cells in ten have the shape (the others are then refused); numbers, where none begins with a zero that a
/// number would lose; else text.
/// </remarks>
internal sealed class ColumnEvidence(string name, bool isKey)
{
    private static readonly (string Word, CodeSystem System)[] Named =
    [
        ("modifier", CodeSystem.Modifier), ("mod", CodeSystem.Modifier), ("ndc", CodeSystem.Ndc), ("revenue", CodeSystem.Revenue),
        ("revenuecode", CodeSystem.Revenue), ("pos", CodeSystem.PlaceOfService), ("placeofservice", CodeSystem.PlaceOfService),
        ("billtype", CodeSystem.BillType), ("typeofbill", CodeSystem.BillType), ("tob", CodeSystem.BillType), ("taxonomy", CodeSystem.Taxonomy),
        ("drg", CodeSystem.Drg), ("msdrg", CodeSystem.Drg), ("specialty", CodeSystem.Specialty), ("conditioncode", CodeSystem.Condition),
        ("carc", CodeSystem.Carc), ("rarc", CodeSystem.Rarc),
    ];

    private static readonly string[] CodeWords = ["code", "cpt", "hcpcs", "cdt", "procedure", "column1", "column2", "primary", "addon"];

    private static readonly string[] DiagnosisWords = ["dx", "icd", "diag"];

    private readonly string _plainName = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
    private int _filled;
    private int _dates;
    private int _yesNo;
    private int _numbers;
    private int _procedures;
    private int _diagnoses;
    private int _fiveDigits;
    private int _ofName;

    public void Add(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty || FormulaError.Is(text)) // a row with an error is refused, whatever the column
        {
            return;
        }

        _filled++;
        _dates += CellText.TryReadDay(text, out _) && text.Length == 10 ? 1 : 0;
        _yesNo += text is "Y" or "N" or "y" or "n" ? 1 : 0;
        _procedures += CodeShape.Of(CodeSystem.Procedure, text) == CodeFit.Fits ? 1 : 0;
        _diagnoses += CodeShape.Of(CodeSystem.Diagnosis, text) == CodeFit.Fits ? 1 : 0;
        _ofName += NamedSystem != CodeSystem.None && CodeShape.Of(NamedSystem, text) != CodeFit.None ? 1 : 0;
        bool padded = text.Length > 1 && text[0] == '0' && text[1] != '.';
        bool number = !padded && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        _numbers += number ? 1 : 0;
        _fiveDigits += number && text.Length == 5 && !text.Contains('.') ? 1 : 0;
    }

    /// <summary>The type, and the reason in words.</summary>
    /// <param name="besideProcedures">True where the first key column holds procedure codes.</param>
    public (ColumnType Type, CodeSystem System, string Reason) Infer(bool besideProcedures)
    {
        if (NamedSystem != CodeSystem.None && _ofName == _filled)
        {
            return (ColumnType.Code, NamedSystem, "its name says so and its cells have the shape");
        }

        if (_filled == 0)
        {
            return (ColumnType.Text, CodeSystem.None, "all its cells are empty");
        }

        if (!isKey && (_dates == _filled || _yesNo == _filled))
        {
            return (_dates == _filled ? ColumnType.Date : ColumnType.YesNo, CodeSystem.None, "all its cells are");
        }

        CodeSystem codes = Codes();
        if (codes != CodeSystem.None)
        {
            int fitting = codes == CodeSystem.Procedure ? _procedures : _diagnoses;
            return (ColumnType.Code, codes, string.Create(CultureInfo.InvariantCulture, $"{fitting} of its {_filled} cells have the shape"));
        }

        if (!isKey && besideProcedures && _fiveDigits == _filled && _filled > 1)
        {
            return (ColumnType.Code, CodeSystem.Procedure, "all its cells have five digits, beside a key of procedure codes");
        }

        return !isKey && _numbers == _filled
            ? (ColumnType.Number, CodeSystem.None, "all its cells are, without leading zeros")
            : (ColumnType.Text, CodeSystem.None, "its cells are not all of another type");
    }

    private CodeSystem NamedSystem => Array.Find(Named, known => known.Word == _plainName).System;

    private CodeSystem Codes()
    {
        bool diagnosesNamed = DiagnosisWords.Any(word => _plainName.Contains(word, StringComparison.Ordinal));
        if (!isKey && !diagnosesNamed && !CodeWords.Any(word => _plainName.Contains(word, StringComparison.Ordinal)))
        {
            return CodeSystem.None;
        }

        bool procedures = _procedures * 10L >= _filled * 9L;
        bool diagnoses = _diagnoses * 10L >= _filled * 9L;
        return (diagnoses && (diagnosesNamed || !procedures)) ? CodeSystem.Diagnosis : procedures ? CodeSystem.Procedure : CodeSystem.None;
    }
}

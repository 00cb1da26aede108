using System.Globalization;
using System.Text;

namespace EditEngine.Bench.Reading;

/// <summary>What is made.</summary>
/// <param name="IsInstitutional">An 837I; else an 837P.</param>
/// <param name="FewestLines">The least lines of a claim.</param>
/// <param name="MostLines">The most.</param>
/// <param name="FaultyIn">One claim in so many has a date of service that is none; 0: no claim has.</param>
internal sealed record MadeForm(bool IsInstitutional, int FewestLines, int MostLines, int FaultyIn)
{
    /// <summary>Professional claims of five lines or so, without a fault.</summary>
    public static readonly MadeForm Usual = new(IsInstitutional: false, 2, 8, 0);

    /// <summary>How many claims a billing provider has; where there are more, another begins.</summary>
    public int ClaimsOfProvider { get; init; } = int.MaxValue;
}

/// <summary>Writes an 837 interchange of any length: one transaction of made-up claims over and over, each time with claim and control numbers of its own. The same for the same seed.</summary>
internal sealed class InterchangeMaker
{
    // SOURCE: TR3 005010X222A1, 1.3.2: a transaction has at most 5,000 claims.
    private const int ClaimsOfTransaction = 5_000;
    private const int Digits = 9;

    private readonly MadeForm _form;
    private readonly string _guide;
    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly List<int> _claimNumbers = [];
    private readonly List<int> _controlNumbers = [];
    private readonly byte[] _transaction;
    private int _segments;

    public InterchangeMaker(int seed)
        : this(seed, MadeForm.Usual)
    {
    }

    public InterchangeMaker(int seed, MadeForm form)
    {
        _form = form;
        _guide = form.IsInstitutional ? "005010X223A2" : "005010X222A1";
        _random = new Random(seed);
        MakeTransaction();
        _transaction = Encoding.ASCII.GetBytes(_text.ToString());
    }

    /// <summary>Writes whole transactions until there are so many bytes.</summary>
    /// <returns>Claims written.</returns>
    public long Write(Stream output, long bytes)
    {
        string head = $"ISA*00*          *00*          *ZZ*SUBMITTER      *ZZ*PAYER          *260115*1200*^*00501*000000001*0*T*:~\nGS*HC*SUBMITTER*PAYER*20260115*1200*1*X*{_guide}~\n";
        output.Write(Encoding.ASCII.GetBytes(head));
        int transactions = 0;
        for (long written = head.Length; written < bytes; written += _transaction.Length)
        {
            Number(transactions++);
            output.Write(_transaction);
        }

        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"GE*{transactions}*1~\nIEA*1*000000001~\n")));
        return (long)transactions * ClaimsOfTransaction;
    }

    private void Number(int transaction)
    {
        foreach (int at in _controlNumbers)
        {
            Put(at, transaction + 1);
        }

        for (int i = 0; i < _claimNumbers.Count; i++)
        {
            Put(_claimNumbers[i], (transaction * ClaimsOfTransaction) + i);
        }
    }

    private void Put(int at, int number)
    {
        for (int i = Digits - 1; i >= 0; i--)
        {
            _transaction[at + i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }

    private void MakeTransaction()
    {
        Numbered("ST*837*", _controlNumbers, "*" + _guide);
        Segment("BHT*0019*00*1*20260115*1200*CH");
        Segment("NM1*41*2*TESTWARE BILLING*****46*SUBMITTER");
        Segment("PER*IC*HELP DESK*TE*5555550100");
        Segment("NM1*40*2*TEST PAYER*****46*PAYER");
        int level = 0;
        int provider = 0;
        for (int i = 0; i < ClaimsOfTransaction; i++)
        {
            if (i % _form.ClaimsOfProvider == 0)
            {
                provider = ++level;
                MakeProvider(provider);
            }

            MakeClaim(++level, provider, isFaulty: _form.FaultyIn > 0 && i % _form.FaultyIn == _form.FaultyIn - 1);
        }

        Numbered($"SE*{_segments + 1}*", _controlNumbers, "");
    }

    private void MakeProvider(int level)
    {
        Segment($"HL*{level}**20*1");
        Segment("NM1*85*2*TEST FAMILY MEDICINE*****XX*1234567893");
        Segment("N3*100 SAMPLE ST");
        Segment("N4*SPRINGFIELD*IL*627040000");
        Segment("REF*EI*123456789");
    }

    private void MakeClaim(int level, int provider, bool isFaulty)
    {
        Segment($"HL*{level}*{provider}*22*0");
        Segment("SBR*P*18*******CI");
        Segment($"NM1*IL*1*TESTPATIENT*ALEX****MI*M{_random.Next(1_000_000):0000000}");
        Segment($"N3*{_random.Next(1, 999)} MAPLE AVE");
        Segment("N4*SPRINGFIELD*IL*62704");
        Segment($"DMG*D8*{Day(1930, 90):yyyyMMdd}*{(_random.Next(2) == 0 ? 'F' : 'M')}");
        Segment("NM1*PR*2*TEST PAYER*****PI*PAYER");
        int lines = _random.Next(_form.FewestLines, _form.MostLines + 1);
        int[] charges = [.. Enumerable.Range(0, lines).Select(_ => _random.Next(10, 900))];
        DateOnly day = Day(2024, 1);
        MakeHead(charges.Sum(), day);
        for (int i = 0; i < lines; i++)
        {
            Segment($"LX*{i + 1}");
            string code = $"HC:{_random.Next(10_000, 99_999)}{(_random.Next(4) == 0 ? ":25" : "")}";
            Segment(_form.IsInstitutional ? $"SV2*0{_random.Next(25, 99)}0*{code}*{charges[i]}*UN*{_random.Next(1, 4)}" : $"SV1*{code}*{charges[i]}*UN*{_random.Next(1, 4)}***1");
            Segment(isFaulty && i == lines - 1 ? $"DTP*472*D8*{day:yyyy}1399" : $"DTP*472*D8*{day:yyyyMMdd}");
        }
    }

    private void MakeHead(int charge, DateOnly day)
    {
        if (!_form.IsInstitutional)
        {
            Numbered("CLM*C", _claimNumbers, $"*{charge}***11:B:1*Y*A*Y*Y");
            Segment($"HI*ABK:J{_random.Next(100, 999)}*ABF:R{_random.Next(100, 999)}");
            Segment("NM1*82*1*TESTDOC*SAM****XX*1003000126");
            return;
        }

        Numbered("CLM*C", _claimNumbers, $"*{charge}***13:A:1**A*Y*Y");
        Segment($"DTP*434*RD8*{day:yyyyMMdd}-{day:yyyyMMdd}");
        Segment("CL1*1*1*01");
        Segment($"HI*ABK:J{_random.Next(100, 999)}");
        Segment($"HI*PR:R{_random.Next(100, 999)}");
        Segment($"HI*ABF:R{_random.Next(100, 999)}*ABF:J{_random.Next(100, 999)}");
        Segment($"HI*BH:11:D8:{day:yyyyMMdd}");
        Segment($"HI*BE:80:::{_random.Next(1, 20)}");
        Segment("HI*BG:09");
        Segment("NM1*71*1*TESTDOC*SAM****XX*1003000126");
    }

    private DateOnly Day(int firstYear, int years) => new DateOnly(firstYear, 1, 1).AddDays(_random.Next(365 * years));

    private void Segment(string text)
    {
        _segments++;
        _text.Append(text).Append("~\n");
    }

    private void Numbered(string before, List<int> places, string after)
    {
        places.Add(_text.Length + before.Length);
        Segment(before + new string('0', Digits) + after);
    }
}

using EditEngine.Formats.Cms;
using EditEngine.Tests.Docs;
using Xunit;
using static EditEngine.Tests.Cms.Published;

namespace EditEngine.Tests.Cms;

/// <summary>What is odd about each publisher's files.</summary>
public sealed class PublishedLayoutTests
{
    private const string AddOnHeader = "AOC_Edit_Type\tAdd-On_Code\tAOC_DelDT\tPrimary_Code\tPrimary_Code_DelDT\tAOC_Edit_EffDT\tAOC_Edit_DelDT\tSpecial_Instruction_Notes\n";
    private const string AscNotice = "\"Addendum {0} -- ASC for CY 2026 \n(Including Packaged)\",,,,,,\nCPT codes are copyright,,,,,,\n,,,,,,\n";

    [Fact]
    public void Tables_of_ICD_10_PCS_are_kept_beside_its_codes()
    {
        TableImport import = Import("icd10-pcs", ("icd10pcs_order_2024.txt", Order(1, "001", 0, "Bypass") + Order(2, "0016070", 1, "Bypass Cereb")));
        Assert.Equal(["001: 0 2023-10-01..*", "0016070: 1 2023-10-01..*"], Rows(import));
    }

    [Fact]
    public void Add_on_codes_have_dates_by_day_of_year_contractors_own_codes_and_edits_that_never_held()
    {
        TableImport import = Import("ncci-addon", ("AOC_V2026Q2-MCR.tsv", "A notice\t\t\t\t\t\t\t\n" + AddOnHeader +
            "2\t0054T\t\tCCCCC\t\t2013091\t\tContractor Defined Primary Codes\n1\t0767T\t\t0766T\t\t2023001\t2023365\t\n1\t0767T\t\t0766T\t\t2024001\t\t\n" +
            "1\tG2211\t\t99202\t\t2024275\t2024275\t\n1\tG2211\t\t99202\t\t2024001\t\t\n"));
        Assert.Equal(
            ["0054T, CCCCC: 2 2013-04-01..*", "0767T, 0766T: 1 2023-01-01..2023-12-31", "0767T, 0766T: 1 2024-01-01..*", "G2211, 99202: 1 2024-01-01..*", "G2211, 99202: 1 2024-10-01..2024-09-30"],
            Rows(import));
        Assert.Equal((true, "Contractor Defined Primary Codes"), (YesNo(import, 0, "contractor_defined"), Text(import, 0, "notes")));
    }

    [Fact]
    public void A_workbook_is_read_as_text_is()
    {
        string[][] rows = [.. ("A notice\t\t\t\t\t\t\t\n" + AddOnHeader + "1\t0071U\t\t0070U\t\t2018274\t\t").Split('\n').Select(line => line.Split('\t'))];
        rows[2][0] = "#1";
        rows[2][5] = "#2018274";
        TableImport import = Import("ncci-addon", ImportOptions.Default, Sources.Of("AOC_V2026Q2-MCR.xlsx", Workbook(rows)));
        Assert.Equal(["0071U, 0070U: 1 2018-10-01..*"], Rows(import));
        Assert.Equal(3, import.Table!.GetSource(0).Line);
    }

    [Fact]
    public void Dates_cut_to_the_year_are_told()
    {
        TableImport import = Import("ncci-addon", ("a.tsv", "add_on_code\tprimary_code\taoc_edit_type\tedit_eff_year\tedit_del_yyyyddd\tnotes\n0071U\t0070U\t1\t2018\t\t\n"));
        Assert.Equal(["0071U, 0070U: 1 2018-01-01..* assumed"], Rows(import));
        Assert.Equal("EDIT6029", Assert.Single(import.Problems).Id);
    }

    [Fact]
    public void HCPCS_records_go_on_and_modifiers_are_a_table_of_their_own()
    {
        string text = "***Disclaimers\n" + Record("A0021", "00100", "3", "Ambulance service, outside state per mile,", "Outside", "19850101", "20210101") + Record("A0021", "00200", "4", "transport", "", "", "")
            + Record("   A1", "00100", "7", "Dressing for one wound", "Dressing", "20020701", "");
        TableImport codes = Import("hcpcs", ("HCPC2021_ANWEB.txt", text));
        Assert.Equal(["A0021: 1985-01-01..2021-01-01"], Rows(codes));
        Assert.Equal("Ambulance service, outside state per mile, transport", Text(codes, 0, "long"));
        Assert.Equal((2, 1, "EDIT6027"), (codes.Summary.RowsRead, codes.Summary.RowsSetAside, Assert.Single(codes.Problems).Id));
        Assert.Equal(["A1: 2002-07-01..*"], Rows(Import("hcpcs-modifiers", ("HCPC2021_ANWEB.txt", text))));
    }

    [Fact]
    public void Flags_of_the_code_editor_change_by_date()
    {
        TableImport import = Import("mce-diagnoses", ("mce_i10dx.tsv", "code\tstart_date\tend_date\tflags\nA000\t20151001\t20240930\tfemale;adult\nA000\t20241001\t\tadult\nA001\t20151001\t\t\n"));
        Assert.Equal(3, Rows(import).Length);
        Assert.Equal((true, false, true, false), (YesNo(import, 0, "female"), YesNo(import, 1, "female"), YesNo(import, 1, "adult"), YesNo(import, 2, "adult")));
        Assert.Equal("female;adult", Text(import, 0, "flags"));
    }

    [Fact]
    public void Age_bands_change_by_date() =>
        Assert.Equal(
            ["Maternity: 12 55 1984-03-01..2019-09-30", "Maternity: 9 64 2019-10-01..*"],
            Rows(Import("mce-ages", ("mce_age_ranges.tsv", "category\tstart_age\tend_age\tstart_date\tend_date\nMaternity\t12\t55\t19840301\t20190930\nMaternity\t9\t64\t20191001\t\n"))));

    [Theory]
    [InlineData("", "9,09", "09")]
    [InlineData("PRIC", "9,9,09", "09")]
    [InlineData("", "9,9", "09", "EDIT6025: '9' is read as '09'")]
    [InlineData("", "9,9-Jan", null, "EDIT6024: '9-Jan' looks like a date in a spreadsheet's way")]
    public void The_fee_schedule_has_stacked_titles_and_one_column_more_in_2026(string pricing, string cells, string? supervision, string problem = "")
    {
        string more = pricing.Length > 0 ? "," : "";
        string text = $",,2026 National Physician Fee Schedule Relative Value File July Release\n,,,,NOT USED,,,,,,,,,,,,,,,,,,{more},,,PHYSICIAN,,DIAGNOSTIC\n" +
            $",,,,FOR,,,NON-FAC,,FACILITY ,,,,,,,,,,,,,{more},,,SUPERVISION OF,,IMAGING\n" +
            $",,,STATUS,MEDICARE ,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,CO-,TEAM,{pricing}{more}ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY\n" +
            $"HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,{(more.Length > 0 ? "IND," : "")}BASE,FACTOR,PROCEDURES,FLAG,INDICATOR\n" +
            $"45378,53,,A,,1.63,3.22,NA,0.90,,0.22,5.07,2.75,0,000,0.00,0.00,0.00,2,0,1,0,{cells.Split(',')[0]},{(more.Length > 0 ? "9," : "")},32.3465,{cells.Split(',')[^1]},0,99\n";
        TableImport import = Import("pfs", ("PPRRVU2026_Jul.csv", text));
        Assert.Contains(problem, string.Join('\n', import.Problems), StringComparison.Ordinal);
        if (supervision is null)
        {
            Assert.Null(import.Table);
            return;
        }

        Assert.StartsWith("45378, 53:", Assert.Single(Rows(import)), StringComparison.Ordinal);
        Assert.Equal((supervision, "000", true, false), (Text(import, 0, "supervision"), Text(import, 0, "global_days"), YesNo(import, 0, "nonfacility_na"), YesNo(import, 0, "facility_na")));
        Assert.Equal(("2026-07", new DateOnly(2026, 7, 1)), (import.Summary.Release, import.Summary.FirstDate));
    }

    [Fact]
    public void Fees_as_text_have_the_same_rows()
    {
        const string Line = "2252653                                                  N+  5.85  49.39     3.38    0.60  55.84  9.839010.10.80.1099999       0652T 32.3465 090 99      0.00   0.00   0.00\n";
        TableImport import = Import("pfs", ("PPRRVU2025_Oct.txt", "HDR CPT CODES\n" + Line + "\u001A\n"));
        Assert.Equal(["22526, 53: 5.85 49.39 3.38 0.6 55.84 9.83 9 0.1 0.8 0.1 9 9 9 9 9 32.3465 2025-10-01..*"], Rows(import));
        Assert.Equal((true, "010"), (YesNo(import, 0, "not_used"), Text(import, 0, "global_days")));
    }

    [Fact]
    public void Localities_get_their_zeros_back_and_notes_are_set_aside()
    {
        TableImport import = Import("gpci", ("GPCI2024.csv", "FINAL CY 2024 GPCIs,,,,,,\n,,,,,,\nMedicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2024 PW GPCI (with 1.0 Floor),2024 PE GPCI,2024 MP GPCI\n" +
            "2102,AK,1,ALASKA*,1.500,1.081,0.592\n\"*Work GPCI, a floor\",,,,,,\n"));
        Assert.Equal(["02102, 01: 1.5 1.081 0.592 2024-01-01..*"], Rows(import));
        Assert.Equal(["EDIT6025", "EDIT6025", "EDIT6028"], import.Problems.Select(problem => problem.Id));
        Assert.Equal(1, import.Summary.RowsSetAside);
    }

    [Fact]
    public void Anesthesia_factors_as_text_have_no_point()
    {
        TableImport import = Import("anesthesia", ("ANES2024.txt", "10112       00    ALABAMA                                                1977\n02102       01    ALASKA                                                 2854\n\u001A"));
        Assert.Equal(["02102, 01: 28.54 2024-01-01..*", "10112, 00: 19.77 2024-01-01..*"], Rows(import));
        Assert.Equal(("ALASKA", 0), (Text(import, 0, "name"), import.Problems.Length));
    }

    [Theory]
    [InlineData("13533-0636-01", 1, 0)]
    [InlineData("999-999-9999-999", 0, 1)]
    [InlineData("12345-678901", 0, 1)]
    [InlineData("PS12345", 0, 1)]
    public void Devices_without_an_NDC_are_set_aside(string id, int kept, int aside)
    {
        TableImport import = Import("asp-ndc", ("crosswalk.csv", "\"Effective October 1, 2025 through December 31, 2025\",,,,,,,,,,\n_2025_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS,BILLUNITSPKG,\n" +
            $"90371,,X,{id},HyperHepB,1 ML,0.5,1,0.5,1,\nJ1745,,X,57894-0030-01,Remicade,10 MG,1,1,10,10,\n"));
        Sources.AddsUp(import);
        Assert.Equal((kept + 1, aside), (import.Summary.RowsKept, import.Summary.RowsSetAside));
        Assert.All(Rows(import).SkipLast(1), row => Assert.Equal("13533063601, 90371: 0.5 1 0.5 1 2025-10-01..2025-12-31", row));
    }

    [Fact]
    public void The_sample_of_the_drug_pack_has_the_columns_of_an_import()
    {
        TableImport import = Import("asp-ndc", ("c.csv", "\"Effective October 1, 2025 through December 31, 2025\",,,,,,,\nHCPCS,NDC,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS,BILLUNITSPKG\nJ1745,57894-0030-01,Remicade,10 MG,1,1,10,10\n"));
        string[] sample = File.ReadAllLines(Repository.PathOf("payer-rules/general/drugs/crosswalk.csv"));
        Assert.Equal(sample[0], string.Join(',', import.Table!.Columns.Select(column => column.Name).Append("effective").Append("deleted")));
        Assert.Contains($"57894003001,J1745,{Text(import, 0, "name")},{Text(import, 0, "dosage")},1,1,10,10,2025-10-01,2025-12-31", sample);
    }

    [Fact]
    public void An_NDC_in_powers_of_ten_is_refused_with_its_row()
    {
        TableImport import = Import("asp-ndc", ("c.csv", "\"Effective October 1, 2025 through December 31, 2025\",,,,,,,\nHCPCS,NDC,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS,BILLUNITSPKG\n90371,1.35E+10,X,1 ML,1,1,1,1\n"));
        Assert.StartsWith("c.csv: row 3, column ndc: error EDIT6024: '1.35E+10' looks like a number in powers of ten", import.Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Laboratory_fees_are_padded_and_QW_is_a_key()
    {
        TableImport import = Import("clfs", ("CLFS_2025Q2V1.csv", "A notice,,,,,\nYEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE\n2025,80048,,20250101,N,00720.00\n2025,80048,QW,20250401,N,8.46\n"));
        Assert.Equal(["80048, : 720 2025-01-01..*", "80048, QW: 8.46 2025-04-01..*"], Rows(import));
    }

    [Theory]
    [InlineData("asc-procedures", "AA", null)]
    [InlineData("asc-excluded", "AA", "it seems to be addendum AA of ambulatory surgical centers. Import it with 'edits import asc-procedures'.")]
    public void Addenda_have_amounts_with_signs_and_are_told_apart_by_their_notice(string kind, string letters, string? problem)
    {
        string text = AscNotice.Replace("{0}", letters, StringComparison.Ordinal) +
            "HCPCS Code,,Short Descriptor,Subject to Multiple Procedure Discounting,January 2026 Payment Indicator,January 2026  Payment Weight  ,January 2026 Payment Rate \n" +
            "0588T, *,,Y,R2,35.5707,\"$2,003.41 \"\n0095T,,,N,N1,,\n,,,,,,\n\"NOTE 2:  Asterisked codes(*) indicate, \"\"office-based\"\" ones\",,,,,,\n";
        TableImport import = Import(kind, ("ASC_2026-01_Addendum_AA.csv", text));
        if (problem is not null)
        {
            Assert.Contains(problem, Assert.Single(import.Problems).ToString(), StringComparison.Ordinal);
            return;
        }

        Assert.Equal(["0095T: 2026-01-01..*", "0588T: 35.5707 2003.41 2026-01-01..*"], Rows(import));
    }

    [Fact]
    public void Reason_codes_of_one_file_are_two_tables()
    {
        const string Text = "code,type,start_date,last_modified,end_date\nCO,Group,,,\n15,CARC,1995-01-01,2017-11-01,2018-05-01\nN362,RARC,2005-01-01,,\n";
        Assert.Equal(["15: 1995-01-01..2018-05-01"], Rows(Import("carc", ("codes.csv", Text))));
        Assert.Equal(["N362: 2005-01-01..*"], Rows(Import("rarc", ("codes.csv", Text))));
    }

    [Fact]
    public void Words_for_CPT_and_CDT_codes_are_not_kept()
    {
        TableImport import = Import("modifiers", ("modifiers.csv", "modifier,hcpcs_description\n25,words\nP1,words\nKX,words\n"));
        Assert.Equal((null, "words", null), (Text(import, 0, "long"), Text(import, 1, "long"), Text(import, 2, "long")));
    }

    [Fact]
    public void Types_of_bill_have_three_signs_and_a_sign_for_none_is_set_aside()
    {
        TableImport import = Import("bill-types", ("bill.csv", "code\n111\n0131\n~~~\n"));
        Assert.Equal(2, Rows(import).Length);
        Assert.Equal(1, import.Summary.RowsSetAside);
    }

    [Fact]
    public void Procedures_of_ICD_9_have_codes_of_three_or_four_digits()
    {
        TableImport import = Import("mce-icd9-procedures", ("mce_v43_1_i9sg.tsv", "code\tstart_date\tend_date\tflags\n0001\t20021001\t20150930\t\n605\t19851001\t20150930\tmale;or_indic\n"));
        Assert.Equal(["0001: 2002-10-01..2015-09-30", "605: 1985-10-01..2015-09-30"], Rows(import));
        Assert.Equal((false, true, true, false), (YesNo(import, 0, "male"), YesNo(import, 1, "male"), YesNo(import, 1, "or_indic"), YesNo(import, 1, "female")));
    }

    [Fact]
    public void A_state_stands_on_its_first_locality_and_is_of_all()
    {
        TableImport import = Import("locality-counties", ("24LOCCO.csv", "COUNTIES INCLUDED IN 2024 LOCALITIES. (ALPHABETICALLY),,,,\n,,,,\nMedicare Adminstrative Contractor,Locality Number,State ,Fee Schedule Area ,Counties\n,,,,\n" +
            "10112,00,ALABAMA ,STATEWIDE ,ALL COUNTIES \n , , , , \n09102,03,FLORIDA ,FORT LAUDERDALE,\"BROWARD, COLLIER\"\n09102,99,,REST OF STATE* ,ALL OTHER COUNTIES \n,,,,\n*  Payment locality is serviced by two carriers.,,,,\n"));
        Assert.Equal(["09102, 03: 2024-01-01..*", "09102, 99: 2024-01-01..*", "10112, 00: 2024-01-01..*"], Rows(import));
        Assert.Equal(("FLORIDA", "FLORIDA", "ALABAMA"), (Text(import, 0, "state"), Text(import, 1, "state"), Text(import, 2, "state")));
        Assert.Equal(("BROWARD, COLLIER", "REST OF STATE"), (Text(import, 0, "counties"), Text(import, 1, "name")));
        Assert.Equal(("CY2024", 1), (import.Summary.Release, import.Summary.RowsSetAside));
    }

    [Theory]
    [InlineData("09/07/2025", "L1: 3 2022-11-01..2025-09-06;L1: 6 2025-09-07..*;L2: 1 2015-10-01..2025-06-26")]
    [InlineData("9/7/2025", "L1: 3 2022-11-01..2025-09-06;L1: 6 2025-09-07..*;L2: 1 2015-10-01..2025-06-26")]
    [InlineData("11/01/2022", "EDIT0451")]
    [InlineData("2025/09/07", "EDIT6009")]
    [InlineData("9/7/25", "EDIT6024")]
    public void A_version_of_local_coverage_ends_where_the_next_begins(string day, string expected)
    {
        TableImport import = Import("lcd-index", ("mcd_lcd_article_index_2025-08.csv", "contractor_name_type,document_display_id,document_id,document_type,document_version,effective_date,note,retirement_date,title,url\n" +
            $"\"A Contractor, Inc.\n(MAC - Part A,\n MAC - Part B)\",L1,1,LCD,6,{day},Future,N/A,Title,u\n\"A\",L1,1,LCD,3,11/01/2022,,N/A,Title,u\nA,L2,2,LCD,1,10/01/2015,Retired,06/26/2025,\"A  title\",u\n"));
        if (import.Table is null)
        {
            Assert.Equal(expected, import.Problems[0].Id);
            return;
        }

        Assert.Equal(expected.Split(';'), Rows(import));
        Assert.Equal(("A Contractor, Inc. (MAC - Part A, MAC - Part B)", "A title"), (Text(import, 1, "contractor"), Text(import, 2, "title")));
    }

    [Fact]
    public void National_coverage_holds_to_its_end_though_a_version_began_later()
    {
        TableImport import = Import("ncd-index", ("ncd_index_2024-03.csv", "ncd_id,version,section,title,coverage,effective,implementation,end,lab_ncd\n" +
            "78,3,160.9,Monitoring - RETIRED,None,2023-04-10,2023-04-10,2014-12-18,0\n58,1,190.12,\"Urine Culture, Bacterial\",Restricted,2002-11-25,2003-01-01,,1\n"));
        Assert.Equal(["160.9: 3 *..2014-12-18", "190.12: 1 *..*"], Rows(import));
        Assert.Equal((false, true), (YesNo(import, 0, "laboratory"), YesNo(import, 1, "laboratory")));
    }

    [Fact]
    public void Coverage_pairs_have_dotted_diagnoses_and_no_days()
    {
        TableImport import = Import("lcd-pairs", ("lcd.csv", "hcpcs,icd10,flag,lcd_ids\n27096,M43.28,covered,L39383;L39462\n27096,M46.1,noncovered,L1\n"));
        Assert.Equal((2, true, false), (import.Summary.RowsKept, YesNo(import, 0, "covered"), YesNo(import, 1, "covered")));
        Assert.Equal((int.MinValue, int.MaxValue), (import.Table!.GetFrom(0), import.Table.GetThrough(0)));
    }

    [Fact]
    public void A_ZIP_code_has_its_contractor_and_locality()
    {
        TableImport import = Import("zip-locality", ("ZIP5_OCT2025.txt", "AK995010210201 Z9   0 A" + new string(' ', 52) + "20254\n"));
        Assert.Equal(("02102", "01", false), (Text(import, 0, "contractor"), Text(import, 0, "locality"), YesNo(import, 0, "is_split")));
    }

    [Fact]
    public void ZIP_codes_of_a_workbook_have_longer_titles()
    {
        TableImport import = Import("zip-locality", ("ZIP5_JAN2026.csv", "STATE,ZIP CODE,CARRIER,LOCALITY,RURAL IND,LAB CB LOCALITY,RURAL IND2,PLUS 4 FLAG,PART B DRUG INDICATOR,YEAR/QTR\nAK,99501,2102,1,,Z9,,0,A,20261\nMA,2101,14212,1,,,,1,,20261\n"));
        Assert.Equal(["02101: 2026-01-01..*", "99501: 2026-01-01..*"], Rows(import));
        Assert.Equal(("02102", true), (Text(import, 1, "contractor"), YesNo(import, 0, "is_split")));
    }

    private static string Record(string code, string sequence, string id, string text, string brief, string added, string ended)
    {
        string start = $"{code}{sequence}{id}{text,-80}{brief,-28}";
        return $"{start,-268}{added,-8}{"",-8}{ended,-8}\n";
    }
}

using System.Globalization;
using EditEngine.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
bool quick = args.Contains("--quick");
World world = new(seed: 7, pairs: quick ? 100_000 : 2_000_000);
ResultsPage page = new(quick);
if (args.Contains("--reading"))
{
    new GrowthBench(world, page, quick).ReadPack();
    return 0;
}

bool agrees = new AcceptanceBench(world, page, quick).Run();
if (!args.Contains("--acceptance"))
{
    new GrowthBench(world, page, quick).Run();
    page.Write();
}

return agrees ? 0 : 1;

using EditEngine.Codes;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.X12.Fast;

/// <summary>Loops that name a provider. As <see cref="ProviderSegments"/> reads them.</summary>
internal sealed class FastProviders(FastContext context)
{
    private int _open;

    /// <summary>NM1: opens the provider of a loop.</summary>
    public void ReadName(in FastSegment segment, Role role)
    {
        ProviderRow provider = default;
        if (role == Role.Billing)
        {
            provider.Taxonomy = context.Levels.BillingTaxonomy;
        }

        if (segment[8] is [(byte)'X', (byte)'X'])
        {
            provider.Npi = context.Values.Text(segment[9]);
        }
        else if (segment[8] is [(byte)'2' or (byte)'3', (byte)'4'])
        {
            provider.TaxId = context.Values.Text(segment[9]);
        }

        _open = context.Batch.Providers.Add(provider);
        Take(role, _open);
    }

    /// <summary>PRV.</summary>
    public bool ReadTaxonomy(in FastSegment segment)
    {
        ref ProviderRow provider = ref context.Batch.Providers[_open];
        return provider.Taxonomy != 0 || FastValues.TryCode(CodeSystem.Taxonomy, segment[3], out provider.Taxonomy);
    }

    /// <summary>N4.</summary>
    public void ReadAddress(in FastSegment segment)
    {
        ref ProviderRow provider = ref context.Batch.Providers[_open];
        (provider.State, provider.Zip, provider.Country) = (context.Values.Text(segment[2]), context.Values.Text(segment[3]), context.Values.Text(segment[4]));
    }

    /// <summary>REF.</summary>
    public void ReadReference(in FastSegment segment)
    {
        ref ProviderRow provider = ref context.Batch.Providers[_open];
        if (provider.TaxId.IsMissing && segment[1] is [(byte)'E', (byte)'I'] or [(byte)'S', (byte)'Y'])
        {
            provider.TaxId = context.Values.Text(segment[2]);
        }
    }

    private void Take(Role role, int provider)
    {
        switch (role)
        {
            case Role.Billing:
                context.Levels.Billing = provider;
                break;
            case Role.Rendering:
                context.Claim.Rendering = provider;
                break;
            case Role.Referring:
                context.Claim.Referring = provider;
                break;
            case Role.Facility:
                context.Claim.Facility = provider;
                break;
            case Role.Supervising:
                context.ClaimDetail.Supervising = provider;
                break;
            case Role.Attending:
                context.ClaimDetail.Attending = provider;
                break;
            case Role.Operating:
                context.ClaimDetail.Operating = provider;
                break;
            case Role.LineRendering:
                context.Line.Rendering = provider;
                break;
            case Role.LineOrdering:
                context.LineDetail.Ordering = provider;
                break;
            case Role.LineReferring:
                context.LineDetail.Referring = provider;
                break;
            case Role.LineSupervising:
                context.LineDetail.Supervising = provider;
                break;
            case Role.LineOperating:
                context.LineDetail.Operating = provider;
                break;
            default:
                context.LineDetail.Facility = provider;
                break;
        }
    }
}

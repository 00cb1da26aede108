using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Xunit;

namespace EditEngine.Tests.Workbench;

/// <summary>Who is let in: this computer's user with the token, from this page or from none.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private ServedDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await ServedDesk.Start();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("token", null, null, null, HttpStatusCode.OK)]
    [InlineData("token", "http://127.0.0.1:PORT", null, null, HttpStatusCode.OK)]
    [InlineData("token", "http://127.0.0.1:PORT", "same-origin", null, HttpStatusCode.OK)]
    [InlineData("token", null, "none", null, HttpStatusCode.OK)]
    [InlineData("token", null, null, "localhost:PORT", HttpStatusCode.OK)]
    [InlineData("cookie", null, null, null, HttpStatusCode.OK)]
    [InlineData(null, null, null, null, HttpStatusCode.Unauthorized)]
    [InlineData("", null, null, null, HttpStatusCode.Unauthorized)]
    [InlineData("another", null, null, null, HttpStatusCode.Unauthorized)]
    [InlineData("cookie of another port", null, null, null, HttpStatusCode.Unauthorized)]
    [InlineData("token", "http://evil.example", null, null, HttpStatusCode.Forbidden)]
    [InlineData("token", "http://127.0.0.1:1", null, null, HttpStatusCode.Forbidden)]
    [InlineData("token", "https://127.0.0.1:PORT", null, null, HttpStatusCode.Forbidden)]
    [InlineData("token", "null", null, null, HttpStatusCode.Forbidden)]
    [InlineData("token", null, "cross-site", null, HttpStatusCode.Forbidden)]
    [InlineData("token", null, "same-site", null, HttpStatusCode.Forbidden)]
    [InlineData("token", null, null, "evil.example:PORT", HttpStatusCode.Forbidden)]
    [InlineData("token", null, null, "127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("token", null, null, "127.0.0.1", HttpStatusCode.Forbidden)]
    public async Task A_request_is_let_in_or_gets_nothing(string? secret, string? origin, string? site, string? host, HttpStatusCode expected)
    {
        foreach (string path in (string[])["", "main.js", "api/desk", "api/files", "api/file?name=rules.edit", "api/changes", "lsp"])
        {
            using HttpRequestMessage request = Request(path, secret, origin, site, host);
            using HttpResponseMessage response = await Bare().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.Equal(expected == HttpStatusCode.OK && path == "lsp" ? HttpStatusCode.UpgradeRequired : expected, response.StatusCode);
            if (expected != HttpStatusCode.OK)
            {
                Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                Assert.Equal(["Content-Length", "Date"], response.Headers.Concat(response.Content.Headers).Select(header => header.Key).Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public async Task The_token_of_the_address_becomes_a_cookie_of_this_page_alone()
    {
        using HttpResponseMessage response = await Bare().GetAsync($"?token={_desk.Token}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/", response.Headers.Location?.OriginalString);
        string cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Equal($"edits-workbench-{_desk.Port}={_desk.Token}; path=/; samesite=strict; httponly", cookie);
    }

    [Theory]
    [InlineData("GET", "another")]
    [InlineData("GET", "")]
    [InlineData("POST", "token")]
    public async Task Another_token_becomes_none(string method, string token)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), $"?token={(token == "token" ? _desk.Token : token)}");
        using HttpResponseMessage response = await Bare().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("another", null)]
    [InlineData("token", "http://evil.example")]
    public async Task A_socket_is_let_in_as_any_request(string? secret, string? origin)
    {
        using ClientWebSocket socket = new();
        if (secret is not null)
        {
            socket.Options.SetRequestHeader("X-Edits-Token", secret == "token" ? _desk.Token : secret);
        }

        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://127.0.0.1:{_desk.Port}/lsp"), CancellationToken.None));
    }

    [Fact]
    public async Task The_page_may_load_from_here_and_speak_to_here_and_nothing_else()
    {
        using HttpResponseMessage response = await _desk.Client.GetAsync("", TestContext.Current.CancellationToken);
        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], response.Headers.GetValues("Referrer-Policy"));
    }

    [Fact]
    public void It_listens_on_loopback_alone()
    {
        IPAddress[] others = [.. Dns.GetHostAddresses(Dns.GetHostName()).Where(address => !IPAddress.IsLoopback(address) && address.AddressFamily == AddressFamily.InterNetwork)];
        Assert.SkipWhen(others.Length == 0, "The computer has no other address.");
        using TcpClient client = new();
        Assert.Throws<SocketException>(() => client.Connect(others[0], _desk.Port));
    }

    private HttpClient Bare() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri($"http://127.0.0.1:{_desk.Port}/") };

    private HttpRequestMessage Request(string path, string? secret, string? origin, string? site, string? host)
    {
        HttpRequestMessage request = new(HttpMethod.Get, new Uri($"http://127.0.0.1:{_desk.Port}/{path}"));
        string port = _desk.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        (string Name, string? Value)[] headers =
        [
            secret switch
            {
                "cookie" => ("Cookie", $"edits-workbench-{port}={_desk.Token}"),
                "cookie of another port" => ("Cookie", $"edits-workbench-1={_desk.Token}"),
                "token" => ("X-Edits-Token", _desk.Token),
                _ => ("X-Edits-Token", secret),
            },
            ("Origin", origin?.Replace("PORT", port, StringComparison.Ordinal)),
            ("Sec-Fetch-Site", site),
        ];
        foreach ((string name, string? value) in headers.Where(header => header.Value is not null))
        {
            request.Headers.Add(name, value);
        }

        request.Headers.Host = host?.Replace("PORT", port, StringComparison.Ordinal);
        return request;
    }
}

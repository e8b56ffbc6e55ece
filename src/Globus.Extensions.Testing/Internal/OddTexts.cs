namespace Globus.Extensions.Testing.Internal;

/// <summary>Texts that storages stumble over. Each is valid Unicode.</summary>
internal static class OddTexts
{
    public static readonly string[] All =
    [
        "",
        " ",
        "a ",
        " a",
        "a",
        "\n",
        "a\r\nb\tc",
        "a\0b",
        "a\0c",
        "\0",
        "\u0001\u001b\u007f\u0085\u2028\ufeff",
        "it's \"quoted\" \\ `so` /",
        "'; DROP TABLE token_storage; --",
        "%_*?[a-z]",
        "../../etc/passwd",
        "a:b;c,d=e&f#g",
        "<r s=\"1\">&amp;</r>",
        "{\"resource_server\": \"a\"}",
        "null",
        "__proto__",
        "DEFAULT",
        "é",
        "e\u0301",
        "ß",
        "SS",
        "İiıI",
        "Größe Ωmega 日本語 עברית",
        "\U0001F680\U0001F469\u200D\U0001F52C",
        "\uFFFD\uFFFF",
    ];
}

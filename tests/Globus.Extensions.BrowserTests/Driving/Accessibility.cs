using System.Text.Json;

namespace Globus.Extensions.BrowserTests.Driving;

/// <summary>Measures in the browser what a person needs of a page.</summary>
internal static class Accessibility
{
    /// <summary>What is wrong, one line each: contrast below WCAG's 4.5 to 1, fields without a label, buttons too small to hit, more than fits the width.</summary>
    private const string Measure =
        """
        () => {
          const parse = text => (text.match(/[\d.]+/g) || []).map(Number);
          const luminance = rgb => {
            const [r, g, b] = rgb.map(part => part / 255).map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
          };
          const behind = element => {
            for (let at = element; at; at = at.parentElement) {
              const color = parse(getComputedStyle(at).backgroundColor);
              if (color.length === 3 || color[3] > 0) return color.slice(0, 3);
            }
            return [255, 255, 255];
          };
          const wrong = [];
          for (const element of document.body.querySelectorAll('*')) {
            const own = [...element.childNodes].filter(node => node.nodeType === 3 && node.data.trim()).map(node => node.data.trim()).join(' ') || element.value;
            if (!own || element.type === 'hidden' || element.closest('svg')) continue;
            const pair = [luminance(parse(getComputedStyle(element).color).slice(0, 3)), luminance(behind(element))].sort((a, b) => b - a);
            const contrast = (pair[0] + .05) / (pair[1] + .05);
            if (contrast < 4.5) wrong.push(`contrast ${contrast.toFixed(2)}: ${own}`);
          }
          for (const field of document.querySelectorAll('input:not([type=hidden]), textarea')) {
            if (!field.labels.length) wrong.push(`no label: ${field.name}`);
          }
          for (const target of document.querySelectorAll('button, input:not([type=hidden])')) {
            if (target.getBoundingClientRect().height < 24) wrong.push(`too small: ${target.textContent}`);
          }
          const root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) wrong.push(`${root.scrollWidth} pixels wide in a window of ${root.clientWidth}`);
          if (root.lang !== 'en') wrong.push('no language');
          if (document.querySelectorAll('h1').length !== 1) wrong.push('not one heading of the first level');
          if (!document.querySelector('main')) wrong.push('no main part');
          if (!document.title.includes(document.querySelector('h1').textContent)) wrong.push('the title is not the heading');
          return wrong;
        }
        """;

    /// <summary>What is wrong with the page that the person sees now.</summary>
    public static async Task<IReadOnlyList<string?>> CheckAsync(Person person)
    {
        var wrong = await person.Page.EvaluateAsync<JsonElement>(Measure);
        return [.. wrong.EnumerateArray().Select(static line => line.GetString())];
    }
}

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>
/// How all pages look: a card on a plain ground, by day and by night, from a narrow telephone to a wide screen. The colours of texts stand out
/// from what is behind them by at least 4.5 to 1, those of borders that tell what can be used by 3 to 1 (WCAG 2.2, level AA).
/// </summary>
internal static class PageStyle
{
    public const string Css =
        """
        :root { color-scheme: light dark; --ground: #eef2f6; --card: #fff; --sunken: #f5f7fa; --text: #17212c; --quiet: #4f5d6b; --line: #d3dae2; --edge: #7b8896; --accent: #175a9e; --accent-over: #114a84; --on-accent: #fff; --alarm: #a3261b; --alarm-ground: #fdefed; --note-ground: #eaf3fc; }
        @media (prefers-color-scheme: dark) { :root { --ground: #0f1419; --card: #1a2129; --sunken: #12181e; --text: #e8edf3; --quiet: #a9b5c2; --line: #36424e; --edge: #7a8997; --accent: #8abef5; --accent-over: #aed3fa; --on-accent: #0b1825; --alarm: #ffa79d; --alarm-ground: #38201f; --note-ground: #17293b; } }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; align-items: center; justify-content: center; padding: 1.5rem 1rem; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
        header, main, footer { width: 100%; max-width: 32rem; }
        header { display: flex; align-items: center; gap: .6rem; margin-bottom: .9rem; padding: 0 .25rem; font-weight: 600; }
        header svg { flex: none; color: var(--accent); }
        .step { margin-left: auto; color: var(--quiet); font-size: .875rem; font-weight: 400; }
        main { padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: .9rem; box-shadow: 0 1px 2px rgb(0 0 0 / .05), 0 8px 28px rgb(0 0 0 / .07); }
        footer { padding: .9rem .25rem 0; color: var(--quiet); font-size: .875rem; }
        footer p { margin: 0; }
        h1 { margin: 0 0 .5rem; font-size: 1.6rem; line-height: 1.2; letter-spacing: -.01em; overflow-wrap: anywhere; }
        h2 { margin: 1.75rem 0 .6rem; font-size: 1rem; line-height: 1.3; }
        p { margin: .75rem 0; overflow-wrap: anywhere; }
        main > :last-child { margin-bottom: 0; }
        .quiet { color: var(--quiet); font-size: .875rem; }
        .notice { margin: 1.1rem 0; padding: .8rem 1rem; background: var(--note-ground); border-left: .3rem solid var(--accent); border-radius: .4rem; }
        .notice p, .notice ul { margin: .35rem 0; }
        .alarm { color: var(--alarm); background: var(--alarm-ground); border-color: var(--alarm); font-weight: 600; }
        .person { display: flex; align-items: center; flex-wrap: wrap; gap: .25rem 1rem; margin: 1.1rem 0; padding: .6rem .6rem .6rem 1rem; background: var(--sunken); border: 1px solid var(--line); border-radius: .6rem; }
        .person div { flex: 1 1 9rem; min-width: 0; overflow-wrap: anywhere; }
        .name { display: block; font-weight: 600; }
        .user-name { display: block; color: var(--quiet); font-size: .875rem; }
        label { display: block; margin: 1.25rem 0 .35rem; font-weight: 600; }
        input, textarea { display: block; width: 100%; min-height: 2.9rem; padding: .65rem .8rem; font: inherit; color: inherit; background: var(--sunken); border: 1px solid var(--edge); border-radius: .5rem; }
        [aria-invalid] { border: 2px solid var(--alarm); }
        textarea { resize: none; font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: 1.05rem; overflow-wrap: anywhere; }
        .buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
        button { min-height: 2.9rem; padding: .6rem 1.1rem; font: inherit; font-weight: 600; color: var(--text); background: var(--card); border: 1px solid var(--edge); border-radius: .5rem; cursor: pointer; overflow-wrap: anywhere; }
        button:hover { background: var(--sunken); border-color: var(--text); }
        .buttons button { flex: 1 1 9rem; }
        button.primary { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
        button.primary:hover { background: var(--accent-over); border-color: var(--accent-over); }
        button.link { min-height: 2.25rem; padding: .25rem .6rem; color: var(--accent); background: none; border-color: transparent; font-size: .875rem; text-decoration: underline; text-underline-offset: .2em; }
        .people { display: grid; gap: .6rem; margin: 0; padding: 0; list-style: none; }
        .people button { width: 100%; text-align: left; font-weight: 400; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .scopes { margin: 0; padding: 0; list-style: none; }
        .scopes > li { padding: .7rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
        .scopes > li:last-child { border-bottom: 1px solid var(--line); }
        .scopes .scopes { margin-top: .7rem; padding-left: 1rem; border-left: .2rem solid var(--line); }
        .scopes .scopes > li { border: 0; padding: .25rem 0; }
        .tag { margin-left: .4rem; padding: .05rem .5rem; color: var(--quiet); border: 1px solid var(--line); border-radius: 1rem; font-size: .8rem; white-space: nowrap; }
        code { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: .85rem; overflow-wrap: anywhere; }
        .scopes code { display: block; color: var(--quiet); font-size: .8rem; }
        kbd { padding: .05rem .35rem; font: inherit; font-size: .85em; border: 1px solid var(--edge); border-radius: .3rem; white-space: nowrap; }
        @media (max-width: 30rem) { body { justify-content: flex-start; padding: 1rem .75rem; } main { padding: 1.25rem; } h1 { font-size: 1.4rem; } }
        @media (forced-colors: active) { main, .notice, button { border: 1px solid; } }
        """;
}

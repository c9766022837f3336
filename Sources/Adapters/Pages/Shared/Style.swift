/// The one style sheet of all pages, inside each of them; its digest is what the pages' policy allows.
package enum Style {
    package static let text = """
        :root{--ink:#1b2430;--dim:#5b6675;--paper:#fff;--soft:#f3f5f8;--line:#d8dee6;--link:#0b57c2;--bad:#b3261e;--good:#1a6b3c;color-scheme:light dark}
        @media(prefers-color-scheme:dark){:root{--ink:#e6eaf0;--dim:#9aa6b5;--paper:#14181e;--soft:#1e242c;--line:#343d49;--link:#8ab8ff;--bad:#ff9a91;--good:#7fd6a2}}
        *{box-sizing:border-box}
        body{margin:0;font:16px/1.5 system-ui,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper)}
        a{color:var(--link);text-underline-offset:.15em}
        a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-99em}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:1}
        header{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:center;padding:.75rem 1.25rem;border-bottom:1px solid var(--line);background:var(--soft)}
        .brand{font-weight:700;font-size:1.15rem;text-decoration:none;color:var(--ink)}
        nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
        form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}.ask{margin-left:auto;flex:1 1 18rem;justify-content:flex-end}
        .ask input{flex:1 1 9rem;max-width:24rem;min-width:0}
        input,select,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.3rem .6rem;max-width:100%}
        button{background:var(--link);color:var(--paper);border-color:var(--link);cursor:pointer}
        main{max-width:72rem;margin:0 auto;padding:1rem 1.25rem 3rem}main:focus{outline:none}
        h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0 .75rem;overflow-wrap:anywhere}h2{font-size:1.2rem;margin:2rem 0 .5rem}
        p{margin:.5rem 0}.dim{color:var(--dim)}.bad{color:var(--bad);font-weight:600}.good{color:var(--good)}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));gap:.75rem;margin:1rem 0;padding:0;list-style:none}
        .cards>*{border:1px solid var(--line);border-radius:10px;padding:.75rem 1rem;background:var(--soft)}
        .cards h2{margin:0 0 .25rem;font-size:1rem}.big{font-size:1.35rem;font-weight:650;font-variant-numeric:tabular-nums}
        .scroll{overflow-x:auto;max-width:100%}
        table{border-collapse:collapse;width:100%;font-size:.925rem;margin:.25rem 0 1rem}
        caption{text-align:left;font-weight:600;padding:.5rem 0}
        th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
        thead th{color:var(--dim);font-size:.85rem;border-bottom-width:2px;white-space:nowrap}tfoot th,tfoot td{font-weight:650;border-bottom:0}
        tbody tr:hover{background:var(--soft)}
        .sum{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.25rem 1.25rem;margin:.75rem 0}dt{color:var(--dim)}dd{margin:0;overflow-wrap:anywhere}
        @media(max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}main{padding:.75rem .9rem 2rem}header{padding:.6rem .9rem}.ask{justify-content:flex-start}}
        details{border:1px solid var(--line);border-radius:8px;margin:.5rem 0;padding:.4rem .75rem}summary{cursor:pointer;display:flex;gap:.6rem;font-weight:600}summary::before{content:"\\25b8"}details[open]>summary::before{content:"\\25be"}summary .sum{margin-left:auto}
        .pager{margin:.75rem 0;align-items:baseline}
        figure{margin:1rem 0}svg.chart{display:block;width:100%;min-width:36rem;height:auto}svg text{fill:var(--dim);font:12px system-ui,"Noto Sans",sans-serif}
        svg .grid{stroke:var(--line)}svg rect{stroke:var(--paper);stroke-width:1}
        .legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:.5rem 0}.legend svg{width:14px;height:14px;vertical-align:-2px;margin-right:.4rem}
        .s0{fill:#0072b2}.s1{fill:#e69f00}.s2{fill:#009e73}.s3{fill:#cc79a7}.s4{fill:#56b4e9}.s5{fill:#d55e00}.s6{fill:#f0e442}.s7{fill:#888}
        footer{border-top:1px solid var(--line);color:var(--dim);padding:1rem 1.25rem;font-size:.875rem;text-align:center}
        @media print{header,footer,.skip,form,.pager{display:none}body{font-size:10pt;color:#000;background:#fff}a{color:inherit;text-decoration:none}.scroll{overflow:visible}main{max-width:none;padding:0}svg.chart{min-width:0}svg rect{print-color-adjust:exact}tr,figure{break-inside:avoid}}
        """

    /// The sheet holds nothing that markup would have to escape but the signs it is made of.
    static let sheet = Markup(stringLiteral: text)
}

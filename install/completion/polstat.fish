# fish completion of polstat and its programs: each says itself what may stand next.

function __polstat_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l said
    if test (basename -- $words[1]) = polstat
        if test (count $words) -eq 1
            $words[1] --help-complete 2>/dev/null
            return
        end
        set said ($words[1] $words[2] --help-complete $words[3..-1] "$current" 2>/dev/null)
    else
        set said ($words[1] --help-complete $words[2..-1] "$current" 2>/dev/null)
    end
    for line in $said
        if test "$line" = :files
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end

for program in polstat polstat-claims polstat-compare polstat-composite polstat-correlate polstat-describe polstat-indicator polstat-merge polstat-notebook polstat-rank polstat-regress polstat-tidy polstat-trend
    complete -c $program -f -a '(__polstat_complete)'
end

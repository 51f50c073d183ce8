# bash completion of polstat and its programs: each says itself what may stand next.

_polstat_words() {
    # The words up to the cursor, "--name=value" as one.
    local i
    line=()
    for ((i = 0; i <= COMP_CWORD; i++)); do
        if ((${#line[@]} > 1)) && [[ ${COMP_WORDS[i]} == = || ${line[-1]} == --*= ]] && [[ ${line[-1]} == --* ]]; then
            line[-1]+=${COMP_WORDS[i]}
        else
            line+=("${COMP_WORDS[i]}")
        fi
    done
}

_polstat() {
    local -a line
    local program word files= behind=
    _polstat_words
    COMPREPLY=()
    program=${line[0]##*/}
    if [[ $program == polstat ]]; then
        if ((${#line[@]} <= 2)); then
            mapfile -t COMPREPLY < <(compgen -W "$("${line[0]}" --help-complete 2>/dev/null)" -- "${line[1]}")
            return
        fi
        line=("${line[0]}" "${line[@]:1}")
        set -- "${line[0]}" "${line[1]}" --help-complete "${line[@]:2}"
    else
        set -- "${line[0]}" --help-complete "${line[@]:1}"
    fi
    # bash replaces what stands behind the last "=" only.
    [[ ${line[-1]} == --*=* ]] && behind=${line[-1]%%=*}=
    while IFS= read -r word; do
        word=${word%%$'\t'*}
        if [[ $word == :files ]]; then
            files=1
        else
            word=${word#"$behind"}
            [[ $word == *[^[:alnum:]_./,:=@%+-]* ]] && printf -v word %q "$word"
            COMPREPLY+=("$word")
        fi
    done < <("$@" 2>/dev/null)
    [[ ${COMPREPLY[0]} == *, ]] && compopt -o nospace
    if [[ -n $files ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "${line[-1]#"$behind"}")
    fi
}

complete -F _polstat polstat polstat-claims polstat-compare polstat-composite polstat-correlate polstat-describe \
    polstat-indicator polstat-merge polstat-notebook polstat-rank polstat-regress polstat-tidy polstat-trend
